"""How a Chinese-speaking shopper words each demand; a wording before the kind carries its own 的."""

from __future__ import annotations

from tests.benchmarks.electronics_phrases import APART, BEFORE, Wordings, placed


def _limits(noun: str, unit: str = "") -> Wordings:
    v = f"{{v}}{unit}"
    return {
        ">=": (
            *placed(BEFORE, f"{noun}至少{v}的", f"{noun}{v}以上的", f"{noun}不低于{v}的"),
            *placed(APART, f"{noun}至少{v}", f"{noun}{v}起"),
        ),
        ">": (*placed(BEFORE, f"{noun}超过{v}的", f"{noun}大于{v}的"), *placed(APART, f"{noun}要超过{v}")),
        "<=": (*placed(BEFORE, f"{noun}不超过{v}的", f"{noun}最多{v}的"), *placed(APART, f"{noun}不要超过{v}")),
        "=": (*placed(BEFORE, f"{noun}{v}的", f"{noun}是{v}的"), *placed(APART, f"{noun}要{v}")),
    }


def _yes_no(thing: str) -> Wordings:
    return {
        "yes": (*placed(BEFORE, f"带{thing}的", f"有{thing}的"), *placed(APART, f"要带{thing}", f"要有{thing}")),
        "no": (*placed(BEFORE, f"不带{thing}的", f"没有{thing}的"), *placed(APART, f"不要带{thing}")),
    }


CHINESE: dict[str, Wordings] = {
    "price": {
        "<": (
            *placed(BEFORE, "{v}以下的", "低于{v}的", "价格低于{v}的", "不到{v}的"),
            *placed(APART, "要低于{v}的", "价格低于{v}"),
        ),
        "<=": (
            *placed(BEFORE, "{v}以内的", "不超过{v}的", "{v}以内"),
            *placed(APART, "预算{v}以内", "预算最多{v}", "不要超过{v}", "价格控制在{v}以内", "{v}以内就行"),
        ),
        ">": (*placed(BEFORE, "{v}以上的", "超过{v}的", "高于{v}的"), *placed(APART, "价格要高于{v}")),
        ">=": (*placed(BEFORE, "至少{v}的", "不低于{v}的"), *placed(APART, "价格不低于{v}")),
        "between": (
            *placed(BEFORE, "{a}到{b}的", "{a}到{b}之间的", "价格在{a}至{b}之间的"),
            *placed(APART, "预算{a}到{b}", "价格在{a}到{b}之间"),
        ),
        "spoken_range": (*placed(BEFORE, "{v}块的", "{v}元的", "{v}块钱的"), *placed(APART, "预算{v}块")),
    },
    "brand": {
        "in": (*placed(BEFORE, "{v}的", "{v}"), *placed(APART, "要{v}的", "只要{v}的", "品牌要{v}")),
        "not_in": (
            *placed(BEFORE, "除了{v}以外的", "不是{v}的", "非{v}的"),
            *placed(APART, "不要{v}的", "不要{v}", "除了{v}都行", "{v}除外", "别给我推{v}", "不考虑{v}"),
        ),
    },
    "screen_size": {
        ">=": (
            *placed(BEFORE, "{v}以上的", "屏幕至少{v}的", "屏幕{v}以上的"),
            *placed(APART, "屏幕至少{v}", "屏幕不小于{v}"),
        ),
        ">": (*placed(BEFORE, "屏幕大于{v}的"), *placed(APART, "屏幕要大于{v}")),
        "<": (*placed(BEFORE, "{v}以下的", "屏幕小于{v}的"), *placed(APART, "屏幕要小于{v}")),
        "=": (*placed(BEFORE, "{v}的", "{v}", "屏幕{v}的"), *placed(APART, "屏幕要{v}的")),
        "between": (*placed(BEFORE, "{a}到{b}的", "屏幕{a}到{b}之间的"),),
    },
    "memory": _limits("内存") | {"=": (*placed(BEFORE, "{v}内存的", "内存{v}的"), *placed(APART, "内存要{v}"))},
    "storage": _limits("容量") | {"=": (*placed(BEFORE, "{v}的", "容量{v}的"), *placed(APART, "容量要{v}"))},
    "weight": {
        "<": (*placed(BEFORE, "{v}以下的", "重量小于{v}的", "轻于{v}的"), *placed(APART, "重量要低于{v}")),
        "<=": (*placed(BEFORE, "重量不超过{v}的", "{v}以内的"), *placed(APART, "重量别超过{v}", "不能超过{v}重")),
        ">": (*placed(BEFORE, "重量超过{v}的"),),
    },
    "cable_length": {
        ">=": (
            *placed(BEFORE, "至少{v}长的", "{v}以上的", "长度不少于{v}的"),
            *placed(APART, "长度至少{v}", "线长{v}以上"),
        ),
        "<=": (*placed(BEFORE, "不超过{v}的", "长度{v}以内的"), *placed(APART, "长度别超过{v}")),
        "<": (*placed(BEFORE, "短于{v}的", "长度小于{v}的"),),
        "=": (*placed(BEFORE, "{v}的", "{v}", "{v}长的"), *placed(APART, "长度{v}", "要{v}的")),
        "between": (*placed(BEFORE, "{a}到{b}长的", "长度{a}到{b}的"),),
    },
    "hdmi_ports": _limits("HDMI接口", "个") | {"=": placed(BEFORE, "有{v}个HDMI接口的", "带{v}个HDMI口的")},
    "page_yield": {
        ">=": (*placed(BEFORE, "至少能打{v}的", "打印量{v}以上的"), *placed(APART, "至少能打印{v}")),
        ">": (*placed(BEFORE, "能打超过{v}的"),),
        "<=": (*placed(BEFORE, "打印量不超过{v}的"),),
    },
    "print_speed": {
        ">=": (*placed(BEFORE, "每分钟至少打{v}的", "打印速度每分钟{v}以上的"), *placed(APART, "每分钟至少{v}")),
        ">": placed(BEFORE, "每分钟超过{v}的"),
    },
    "processor_frequency": _limits("主频"),
    "memory_speed": {
        "=": placed(BEFORE, "频率{v}的", "{v}的"),
        ">=": (*placed(BEFORE, "频率不低于{v}的"), *placed(APART, "频率至少{v}")),
    },
    "output_power_va": _limits("容量") | {"=": placed(BEFORE, "{v}的", "{v}")},
    "outlets": _limits("插孔", "个")
    | {"=": placed(BEFORE, "{v}孔的", "有{v}个插座的"), ">=": placed(BEFORE, "至少{v}个插孔的", "{v}个插座以上的")},
    "ports": _limits("端口", "个")
    | {"=": placed(BEFORE, "{v}口的", "{v}口", "{v}个端口的"), ">=": placed(BEFORE, "至少{v}口的", "{v}个端口以上的")},
    "labels_per_pack": {
        ">=": (*placed(BEFORE, "每包至少{v}张的", "一包{v}张以上的"),),
        "<=": placed(BEFORE, "每包不超过{v}张的"),
    },
    "paper_weight": {">=": placed(BEFORE, "至少{v}的", "{v}以上的"), "=": placed(BEFORE, "{v}的", "{v}")},
    "megapixels": _limits("") | {"=": placed(BEFORE, "{v}的", "{v}")},
    "dpi": _limits("分辨率") | {"=": placed(BEFORE, "{v}的")},
    "buttons": {
        "=": placed(BEFORE, "{v}个按键的", "{v}键的"),
        ">=": placed(BEFORE, "至少{v}个按键的", "{v}个按键以上的"),
    },
    "battery_capacity": _limits("电池"),
    "brightness": _limits("亮度"),
    "fits_laptop": {"fits": (*placed(BEFORE, "能装{v}笔记本的", "适合{v}笔记本的"), *placed(APART, "能装{v}的笔记本"))},
    "bluetooth": _yes_no("蓝牙")
    | {"yes": (*placed(BEFORE, "带蓝牙的", "有蓝牙的", "蓝牙"), *placed(APART, "要有蓝牙"))},
    "touchscreen": _yes_no("触摸屏"),
    "fingerprint_reader": _yes_no("指纹识别"),
    "card_reader": _yes_no("读卡器"),
    "numeric_keypad": _yes_no("数字小键盘"),
    "webcam": _yes_no("摄像头"),
    "wifi": _yes_no("wifi")
    | {"yes": (*placed(BEFORE, "带wifi的", "有WiFi的", "支持无线网络的"), *placed(APART, "要能连wifi"))},
    "ethernet": _yes_no("网口") | {"yes": placed(BEFORE, "带网口的", "支持有线网络的")},
    "duplex": {
        "yes": (*placed(BEFORE, "能自动双面打印的", "双面"), *placed(APART, "要能双面打印")),
        "no": placed(BEFORE, "不带双面打印的"),
    },
    "colour_printing": {"yes": placed(BEFORE, "彩色", "能打彩色的"), "no": placed(BEFORE, "黑白", "只打黑白的")},
    "poe": _yes_no("PoE供电") | {"yes": placed(BEFORE, "支持PoE的", "带PoE供电的")},
    "ecc": {"yes": placed(BEFORE, "带ECC的", "支持ECC的", "ECC"), "no": placed(BEFORE, "不带ECC的", "非ECC的")},
    "speakers": _yes_no("内置音箱"),
    "fm_radio": _yes_no("收音机"),
    "voice_recording": _yes_no("录音功能"),
    "stabilizer": _yes_no("防抖"),
    "washable": {
        "yes": (*placed(BEFORE, "可水洗的", "能水洗的"), *placed(APART, "要能水洗")),
        "no": placed(BEFORE, "不能水洗的"),
    },
    "trimmer": _yes_no("修剪器"),
    "colour": {
        "=": (*placed(BEFORE, "{v}的", "{v}"), *placed(APART, "要{v}的")),
        "!=": placed(APART, "不要{v}的", "除了{v}都行"),
    },
}
COLOUR_ZH = {
    "black": ("黑色",),
    "white": ("白色",),
    "grey": ("灰色",),
    "silver": ("银色",),
    "blue": ("蓝色",),
    "red": ("红色",),
    "green": ("绿色",),
    "yellow": ("黄色",),
    "pink": ("粉色", "粉红色"),
    "orange": ("橙色",),
    "purple": ("紫色",),
    "beige": ("米色",),
    "brown": ("棕色",),
    "gold": ("金色",),
    "cyan": ("青色",),
    "magenta": ("品红色", "洋红色"),
    "transparent": ("透明",),
    "turquoise": ("青绿色",),
    "ivory": ("象牙色",),
}
BRAND_ZH = {
    "HP": "惠普",
    "DELL": "戴尔",
    "Lenovo": "联想",
    "Canon": "佳能",
    "Epson": "爱普生",
    "Brother": "兄弟",
    "Samsung": "三星",
    "Sony": "索尼",
    "Philips": "飞利浦",
    "Intel": "英特尔",
    "Lexmark": "利盟",
    "Xerox": "施乐",
    "ASUS": "华硕",
    "Logitech": "罗技",
    "Kingston Technology": "金士顿",
    "Huawei": "华为",
    "Motorola": "摩托罗拉",
    "MSI": "微星",
    "Toshiba": "东芝",
    "Gigabyte": "技嘉",
    "Acer": "宏碁",
    "Sharp": "夏普",
    "KYOCERA": "京瓷",
    "CHERRY": "樱桃",
    "Verbatim": "威宝",
    "Netgear": "网件",
    "Targus": "泰格斯",
    "Fujitsu": "富士通",
    "Braun": "博朗",
    "Casio": "卡西欧",
    "D-Link": "友讯",
}
