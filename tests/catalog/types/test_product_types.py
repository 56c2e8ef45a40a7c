"""The kind of a product is what its title names, never what it is made for."""

from __future__ import annotations

import pytest

from catalog.clean import Cleaned
from catalog.product import Attribute, Product
from catalog.types.glued_words import last_word
from catalog.types.product_types import infer_types
from catalog.types.sameness import same_kind
from catalog.types.words import parts, runs


def typed(*products: Product, names: tuple[str | None, ...] = ()) -> list[str | None]:
    names = names or (None,) * len(products)
    kept, _ = infer_types([Cleaned(one, name) for one, name in zip(products, names, strict=True)])
    return [one.product.type for one in kept]


def titled(title: str, **more: object) -> Product:
    return Product(id=title, title=title, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lumo 15.6 inch Laptop Sleeve for Travel", "laptop sleeve"),
        ("Lumo Replacement Lamp for LX-7 Projector", "lamp"),
        ("Lumo USB 2.0 Cable A to B - 3 m", "USB cable"),
        ("Lumo Magenta Toner Cartridge, 5000 pages", "toner cartridge"),
        ("Lumo Toner Cartridge Black", "toner cartridge"),
        ("Lumo L55 Wireless Mouse", "wireless mouse"),
        ("Lumo PS/2 Keyboard / Mouse Extension Cable", "cable"),
        ("Lumo Projector with remote control and case", "projector"),
    ],
)
def test_the_head_of_the_title_decides(title, kind):
    found = typed(titled(title, brand="Lumo"))[0]
    assert found is not None
    assert found.casefold().endswith(kind.casefold().split()[-1])
    assert "projector" not in found or kind == "projector"


@pytest.mark.parametrize(
    ("title", "kind"),
    [("轻奢纯棉水洗四件套 素雅灰", "四件套"), ("北欧风多功能抱枕", "抱枕"), ("笔记本电脑散热支架 适用于笔记本", "支架"),
     ("棉朵硅胶隔热手套微波炉防烫加厚2只", "手套"), ("巧屋衣服收纳箱大号塑料整理箱带轮3个装", "收纳箱"),
     ("足间 老北京布鞋男软底透气爸爸鞋防滑", "鞋"), ("阔厨家 商用加厚不锈钢汤桶带盖大容量50L", "汤桶"),
     ("金属亚光钢笔", "钢笔"), ("Lumo 不粘煎锅28cm", "煎锅")],
)  # fmt: skip
def test_titles_that_are_written_together(title, kind):
    assert typed(titled(title, language="zh"))[0].endswith(kind)


def test_the_files_own_type_stays_in_one_spelling():
    kinds = typed(*(titled(f"Aria {n}", type="Headphones" if n else "headphones") for n in range(3)))
    assert kinds == ["Headphones"] * 3


def test_the_category_is_taken_where_the_title_names_nothing():
    assert typed(titled("Orion X 12", brand="Orion", category=("smartphones",))) == ["smartphone"]
    assert typed(titled("Orion X Charger", brand="Orion", category=("mobile-accessories",))) == ["charger"]


def test_phrases_after_the_short_name_are_learnt_from_the_catalogue():
    names = [f"K{n}00" for n in range(6)]
    products = [titled(f"Lumo {name} widget holder Black", brand="Lumo") for name in names]
    assert typed(*products, names=tuple(names)) == ["widget holder"] * 6


def test_a_service_for_a_printer_is_no_printer():
    found = typed(titled("Lumo 3y onsite laser printer svc", brand="Lumo"))[0]
    assert found is None or "printer" not in found


def test_where_nothing_is_sure_there_is_no_type():
    assert typed(titled("Zorblax 9000 Qq", brand="Zorblax")) == [None]


def catalogue_of_devices() -> list[Cleaned]:
    rows = []
    for number in range(150):
        memory = {"memory": Attribute(8.0), "screen": Attribute(15.0), "system": Attribute("x")}
        name = f"N{number}A"
        title = f"Lumo {name} notebook Gray 15 inch 8 GB"
        rows.append(Cleaned(Product(id=name, title=title, brand="Lumo", attributes=memory), name))
        ink = {"yield": Attribute(900.0), "colour": Attribute("red"), "printing": Attribute("laser")}
        name = f"T{number}B"
        rows.append(
            Cleaned(Product(id=name, title=f"Lumo {name} toner cartridge Red", brand="Lumo", attributes=ink), name)
        )
    return rows


def test_a_record_without_a_word_for_its_kind_takes_that_of_its_like():
    rows = catalogue_of_devices()
    memory = {"memory": Attribute(4.0), "screen": Attribute(13.0), "system": Attribute("y")}
    rows.append(Cleaned(Product(id="u", title="Lumo U77 Gray 13 inch 4 GB", brand="Lumo", attributes=memory), "U77"))
    kept, counts = infer_types(rows)
    assert kept[-1].product.type == "notebook"
    assert counts == {"notebook": 151, "toner cartridge": 150}
    assert [one.product.type for one in infer_types(rows)[0]] == [one.product.type for one in kept]


def test_phrases_of_one_meaning_are_one_kind_only_where_the_wording_is_kin():
    assert same_kind("toner", "toner cartridge")
    assert same_kind("patch cable", "networking cable")
    assert same_kind("ups", "uninterruptible power supply")
    assert not same_kind("cushion", "pillow")


def test_parts_and_runs_of_a_title():
    assert list(parts("Desk lamp (white) - LED, for readers")) == [["Desk", "lamp"], ["LED"]]
    assert runs(["Photo", "Paper", "10x15", "50", "Sheets", "Glossy"]) == [["Photo", "Paper"], ["Glossy"]]
    assert last_word("全铝镁合金拉杆箱") == "拉杆箱"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lumo Prima KX310 Pod coffee machine Semi-auto Deluxe", "coffee machine"),
        ("Lumo CR2450 Single-use battery Zinc", "battery"),
        ("Lumo Labels A4 63x38 mm silver film glossy 525 pcs.", "labels"),
    ],
)
def test_a_kind_in_the_midst_of_the_title_counts_before_what_it_is_made_of(title, kind):
    assert typed(titled(title, brand="Lumo"))[0] == kind


def test_what_only_goes_with_a_device_is_not_the_device():
    assert typed(titled("Lumo Addit notebook riser adjustable Q388", brand="Lumo"))[0] != "notebook"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lumo Desk wall-, and ceiling lamp", "ceiling lamp"),
        ("For Night Shifts - Lumo Power Strip with 4 outlets", "power strip"),
        ("Lumo Coffee Machine Set Q2", "coffee machine"),
        ("Lumo Overnight Laptop Roller- Black", None),
    ],
)
def test_words_that_are_cut_or_tell_little_name_no_kind(title, kind):
    found = typed(titled(title, brand="Lumo"))[0]
    assert found == kind if kind else found not in ("laptop", "notebook")


def test_a_description_says_more_than_a_vague_word_but_a_sentence_names_no_kind():
    assert typed(titled("Lumo K9 Cartridge", description="K9 Magenta Toner Cartridge")) == ["toner cartridge"]
    sentence = "If you only have two computers in your office, you need no hub."
    assert typed(titled("Lumo Qq UTP CROSS", brand="Lumo", description=sentence)) == [None]


@pytest.mark.parametrize(
    ("title", "kind"), [("纯铝框登机箱", "登机箱"), ("草本填充艾绒枕", "枕头"), ("手编竹丝席三件套", "凉席")]
)
def test_the_last_letter_tells_the_kind_of_a_word_that_no_one_knows(title, kind):
    assert typed(titled(title, language="zh")) == [kind]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lumo Over the Range Microwave in Steel with Sensor", "microwave"),
        ("Lumo 4-Port HDMI over Cat6 Receiver for Video", "receiver"),
        ("Lumo Heavy Duty Garden Hose 50 ft.", "garden hose"),
        ("Compatible with Brotha TN760 High Yield Black Toner", "toner"),
        ("Lumo Comfort Footrest", "footrest"),
    ],
)
def test_a_kind_is_found_where_a_title_without_a_short_name_puts_it(title, kind):
    assert typed(titled(title, brand="Lumo"))[0] == kind


@pytest.mark.parametrize(
    "title", ["Lumo Laptop Internal KBD for QX5", "Lumo Notebook Security Anchor Point", "Lumo Laptop Mounting Arm"]
)
def test_what_is_made_for_a_device_is_never_the_device(title):
    found = typed(titled(title, brand="Lumo"))[0]
    assert found is None or found.split()[-1] not in ("laptop", "notebook")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("无线蓝牙耳机入耳式降噪运动超长续航待机", "蓝牙耳机"),
        ("水龙头冷热家用防溅起泡器万向旋转", "水龙头"),
        ("笔记本电脑支架铝合金散热折叠升降便携加厚", "支架"),
    ],
)
def test_in_a_row_of_search_words_the_kind_stands_anywhere(title, kind):
    assert typed(titled(title, language="zh"))[0] == kind


def test_small_letters_behind_a_model_number_name_the_kind():
    titles = [f"Lumo X{number}50 processor {number} GHz Box 12 MB L2" for number in range(1, 5)]
    assert typed(*(titled(title) for title in titles)) == ["processor"] * 4


@pytest.mark.parametrize(
    ("title", "name", "kind"),
    [
        ("Lumo Roller Coaster 10 W Stereo portable speaker Red", "Roller Coaster", "portable speaker"),
        ("Lumo QX7 portable speaker 40 W White", "QX7", "portable speaker"),
        ("Lumo Interface Card uninterruptible power supply (UPS)", "Serial Interface Card", None),
    ],
)
def test_a_value_behind_the_name_says_the_kind_and_a_part_is_not_the_device(title, name, kind):
    found = typed(titled(title, brand="Lumo"), names=(name,))[0]
    assert found == kind if kind else found != "uninterruptible power supply"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lumo 32GB Micro SDXC Card + Adapter", "sdxc card"),
        ("Lumo D-sub Adapter 9 pole Male to 25 pole Male", "adapter"),
        ("Lumo Velum Paper-610 mm x 45.7 m", "paper"),
        ("Lumo 500GB 7.2k SATA Hotswap HD w/ Caddy", "hdd"),
        ("Lumo Clip Copyholder", "copyholder"),
        ("Lumo 3 m Power Y-Cable", "cable"),
        ("Lumo 2-Port VGA Switch with Audio", "vga switch"),
        ("iPad Mini 2021 Starlight", "tablet"),
        ("Screen protector iPad Air", "screen protector"),
    ],
)
def test_kinds_that_titles_write_in_other_ways(title, kind):
    found = typed(titled(title, brand="Lumo"))[0]
    assert found is not None
    assert found.casefold().endswith(kind)


@pytest.mark.parametrize("title", ["iPhone 12 Silicone Case", "Nintendo Switch Charging Dock", "iPad Sleeve Grey"])
def test_what_is_made_for_a_member_of_a_series_is_no_member(title):
    assert typed(titled(title))[0] not in ("smartphone", "tablet", "game console")


@pytest.mark.parametrize(
    ("title", "description", "kind"),
    [
        ("Lumo VF-55CP", "VF-55CP - Circular Polarising Filter", "filter"),
        ("Lumo Base CPU", "Plastic CPU Stand, Black", "stand"),
        ("Lumo T50A", "Rackmount Rail Kit for T50A Chassis, 5U servers", "rail kit"),
    ],
)
def test_a_description_says_what_a_model_number_does_not(title, description, kind):
    assert typed(titled(title, brand="Lumo", description=description))[0] == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [("晨露洗衣液深层洁净3kg", "洗衣液"), ("晨露家用微波炉20升", "微波炉"), ("晨露纯牛奶250ml*16盒", "纯牛奶"),
     ("晨露抽纸3层100抽24包", "抽纸"),
     ("晨露花洒套装黑色", "花洒套装"), ("晨露机油5W-30 4L", "机油")],
)  # fmt: skip
def test_what_stands_behind_a_kind_in_letters_without_spaces_is_no_part_of_it(title, kind):
    told = typed(titled(title, language="zh"))[0]
    assert told is not None
    assert told in kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lumo 7-Piece Ceiling Fan with Light", "ceiling fan"),
        ("Lumo Jeans Dark Stonewash W32", "jeans"),
        ("Lumo In Ear Headphones Black", "headphones"),
        ("Lumo 2-year on site service for notebooks", "service"),
    ],
)
def test_kinds_are_found_in_titles_of_any_shop(title, kind):
    assert (typed(titled(title, brand="Lumo"))[0] or "").endswith(kind)


def test_one_unknown_word_behind_a_kind_may_be_what_the_thing_is():
    assert typed(titled("Lumo Computer Case Thumbscrew", brand="Lumo"))[0] != "computer case"


def test_a_kit_is_what_stands_before_it_where_nothing_else_is_named():
    assert typed(titled("Lumo HDMI over Cat6 Extender Kit with Power over Cable", brand="Lumo")) == ["extender"]


def test_a_word_behind_a_model_number_is_no_count():
    assert typed(titled("Lumo tc4400 Tablet PC", brand="Lumo"))[0] in {"tablet", "tablet PC", "tablet pc"}


def test_the_description_may_say_that_the_kind_of_the_title_is_made_for_another():
    switch = titled("Lumo NW24 Desktop", brand="Lumo", description="24 Port Desktop Switch")
    assert typed(switch)[0] == "switch"
