"""Small catalogues whose right answers are obvious: electronics, Chinese household goods, and a bilingual shop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.understanding.lexicon.catalogue_lexicon import CatalogueLexicon
from assistant.understanding.rules import RulesParser
from catalog.product import Attribute, Product, Translation


class Shop:
    """Products in memory, listed as a store lists them."""

    def __init__(self, products: Iterable[Product]) -> None:
        self.products = tuple(products)

    def all(self) -> Iterable[Product]:
        """Every product."""
        return self.products

    def get(self, ids: Sequence[str]) -> list[Product]:
        """The products of these ids, in order."""
        by_id = {product.id: product for product in self.products}
        return [by_id[one] for one in ids if one in by_id]


def parser(shop: Shop, **settings: object) -> RulesParser:
    """A parser that has learnt the shop."""
    return RulesParser(CatalogueLexicon.learn(shop), shop.get, **settings)  # type: ignore[arg-type]


Facts = Mapping[str, bool | float | str | tuple[float, str]]
"""What a record tells by column; a figure with its unit as a pair."""


def shop_of(rows: Sequence[tuple[str, Facts]], currency: str | None = "EUR") -> RulesParser:
    """A parser that has learnt one product for each kind and what its record tells."""
    products = []
    for place, (type_, facts) in enumerate(rows):
        typed = {n: Attribute(*v) if isinstance(v, tuple) else Attribute(v) for n, v in facts.items()}
        products.append(Product(str(place), f"Acme {type_} {place}", "Acme", type_, (), 20.0 + place, currency, typed))
    return parser(Shop(products))


def electronics() -> Shop:
    """English records without currency; columns named as exports name them."""
    return Shop([*_laptops(), *_mice(), *_monitors(), *_printers(), *_cables(), *_bags()])


def household() -> Shop:
    """Chinese records with prices in yuan."""
    rows = [
        ("b1", "纯棉四件套 床上用品", "四件套", "棉", "白色", 299.0, "雅蓝"),
        ("b2", "亚麻四件套 夏季", "四件套", "亚麻", "灰色", 459.0, "雅蓝"),
        ("b3", "羊毛被 冬季加厚", "被子", "羊毛", "白色", 899.0, "暖宁"),
        ("b4", "蚕丝被 春秋", "被子", "蚕丝", "粉色", 1299.0, "暖宁"),
        ("b5", "纯棉毛巾 三条装", "毛巾", "棉", "蓝色", 39.0, "雅蓝"),
        ("b6", "不锈钢炒锅 32厘米", "炒锅", "不锈钢", "银色", 199.0, "厨匠"),
    ]
    return Shop(
        Product(
            id_, title, brand, type_, ("居家",), price, "CNY",
            {"材质": Attribute(material), "颜色": Attribute(colour), "可机洗": Attribute(type_ != "炒锅")},
            language="zh",
        )
        for id_, title, type_, material, colour, price, brand in rows
    )  # fmt: skip


def bilingual() -> Shop:
    """Headphones in two languages with a currency."""
    rows = [
        ("h1", "Aria", "black", "黑色", 89.0, 189.0, True),
        ("h2", "Aria", "white", "白色", 89.0, 189.0, True),
        ("h3", "Sony", "black", "黑色", 149.0, 254.0, True),
        ("h4", "Corvo", "red", "红色", 29.0, 160.0, False),
    ]
    return Shop(
        Product(
            id_, f"{brand} headphones {colour}", brand, "headphones", ("Electronics",), price, "EUR",
            {"colour": Attribute(colour), "weight": Attribute(weight, "g"), "bluetooth": Attribute(bluetooth)},
            language="en", stock=3,
            translations={"zh": Translation(f"{brand} 耳机 {zh_colour}", None, "耳机", ("电子产品",), {
                "colour": ("颜色", zh_colour), "weight": ("重量", None), "bluetooth": ("蓝牙", None)})},
        )
        for id_, brand, colour, zh_colour, price, weight, bluetooth in rows
    )  # fmt: skip


def _product(id_: str, title: str, brand: str, type_: str, price: float, **facts: Attribute) -> Product:
    return Product(id_, title, brand, type_, (), price, None, facts, language="en")


def _laptops() -> Iterable[Product]:
    rows = [
        ("l1", "HP", 15.6, 8.0, 512.0, 1700.0, "Silver", True, 2.0, 899.0),
        ("l2", "DELL", 14.0, 16.0, 512.0, 1400.0, "Black", False, 1.0, 1099.0),
        ("l3", "Lenovo", 13.3, 8.0, 256.0, 1200.0, "Black", False, 0.0, 699.0),
        ("l4", "HP", 17.3, 16.0, 1000.0, 2600.0, "Grey", True, 1.0, 1299.0),
    ]
    for id_, brand, inches, memory, storage, grams, colour, touch, hdmi, price in rows:
        yield _product(
            id_, f"{brand} Book {inches} laptop", brand, "Notebook", price,
            n_display_diagonal=Attribute(inches, "inch"), n_internal_memory=Attribute(memory, "GB"),
            n_total_storage_capacity=Attribute(storage, "GB"), n_weight=Attribute(grams, "g"),
            n_package_weight=Attribute(grams + 900, "g"), t_product_colour=Attribute(colour),
            b_touchscreen=Attribute(touch), b_bluetooth=Attribute(True), n_hdmi_ports_quantity=Attribute(hdmi),
        )  # fmt: skip


def _mice() -> Iterable[Product]:
    for id_, brand, colour, how in (("m1", "Logitech", "Black", "Wireless"), ("m2", "HP", "White", "Wired")):
        yield _product(
            id_, f"{brand} {how} mouse", brand, "Mouse", 25.0,
            t_product_colour=Attribute(colour), t_connectivity_technology=Attribute(how),
            n_cable_length=Attribute(1.8, "m"), b_bluetooth=Attribute(how == "Wireless"),
        )  # fmt: skip


def _monitors() -> Iterable[Product]:
    for id_, brand, inches, ports, price in (("s1", "Samsung", 27.0, 2.0, 219.0), ("s2", "DELL", 24.0, 1.0, 169.0)):
        yield _product(
            id_, f"{brand} {inches} monitor", brand, "Monitor", price,
            n_display_diagonal=Attribute(inches, "inch"), n_hdmi_ports_quantity=Attribute(ports),
            n_width=Attribute(610.0, "mm"), t_product_colour=Attribute("Black"),
            n_maximum_refresh_rate=Attribute(75.0, "Hz"),
        )  # fmt: skip


def _printers() -> Iterable[Product]:
    for id_, brand, grams, price in (("p1", "HP", 5000.0, 129.0), ("p2", "Canon", 4200.0, 99.0)):
        yield _product(
            id_, f"{brand} laser printer", brand, "Printer", price,
            n_weight=Attribute(grams, "g"), b_wi_fi=Attribute(brand == "HP"), b_duplex_printing=Attribute(True),
        )  # fmt: skip
    yield _product("t1", "HP toner cartridge for LaserJet", "HP", "Toner cartridge", 59.0,
                   t_printing_colours=Attribute("Black"), n_black_toner_page_yield=Attribute(2000.0))  # fmt: skip


def _cables() -> Iterable[Product]:
    for id_, metres, colour in (("c1", 1.0, "Blue"), ("c2", 2.0, "Black"), ("c3", 5.0, "Black")):
        yield _product(
            id_, f"HDMI cable {metres} m", "Equip", "HDMI cable", 9.0,
            n_cable_length=Attribute(metres, "m"), t_cable_colour=Attribute(colour),
            n_package_width=Attribute(90.0, "mm"),
        )  # fmt: skip


def _bags() -> Iterable[Product]:
    yield _product("g1", "Targus laptop bag 15.6", "Targus", "Laptop bag", 39.0, t_product_colour=Attribute("Black"))
    yield _product(
        "g2", "ZAGG phone case for iPhone 11", "ZAGG", "Phone case", 19.0, t_product_colour=Attribute("Black")
    )
