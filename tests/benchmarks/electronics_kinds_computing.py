"""The computing kinds: computers, what is put into them and what is plugged into them."""

from __future__ import annotations

from tests.benchmarks.electronics_kind import CPU, Kind

COMPUTING: tuple[Kind, ...] = (
    Kind(
        "laptop",
        (("laptop", "laptops"), ("notebook computer", "notebook computers"), ("laptop", "laptops")),
        ("笔记本电脑", "笔记本", "手提电脑"),
        r"notebook pc|tablet pc|thinkpad [a-z]?\d+ |"
        r"(?:notebook|chromebook|netbook|\(2-in-1\)|mobile workstation|elitebook|probook|ideapad|thinkpad).*"
        + CPU
        + "|"
        r"\(1[0-8](?:\.\d+)?\"\).*pixels.*" + CPU,
        r"notebook case|\bdock|replicator|laptop (?:bag|case|battery|internal)|adapter|battery|memory module|"
        r"all-in-one|monitor",
        ("t_product_type", r"Notebook|Netbook|Chromebook|Mobile workstation|Hybrid \(2-in-1\)"),
    ),
    Kind(
        "desktop computer",
        (("desktop computer", "desktop computers"), ("desktop PC", "desktop PCs")),
        ("台式电脑", "台式机"),
        r"(?:minitower|microtower|small form factor|ultra-slim|desktop) (?:desktop )?pc|\bpc\b.*(?:minitower|"
        r"tower|desktop)|"
        r"(?:tower|sff|usdt|\bmt\b|desktop|mini ?pc|all-in-one pc|workstation).*"
        + CPU
        + r".*\b(?:gb|mb)\b|all-in-one pc|"
        r"hp (?:compaq )?d[cx]\d{4}.*" + CPU + r"|\bxw\d{4} workstation",
        r"notebook|mobile workstation|barebone|server\b|processor \d|thin client|memory module|\bcase\b|\bkit\b|"
        r"monitor",
        ("t_product_type", r"PC|Workstation|All-in-One PC|Mini PC \(<= 3L\)"),
    ),
    Kind(
        "monitor",
        (("monitor", "monitors"), ("computer monitor", "computer monitors")),
        ("显示器", "电脑显示器"),
        r"computer monitor|lcd (?:wide ?screen )?monitor|flat panel monitor|touch screen monitor|docking monitor|"
        r"(?:l|la|le|lp|w|v|f)\d{4}\w* .*monitor|\d\d[- ]inch.*monitor|"
        r"\(\d\d(?:\.\d+)?\"\) \d{4} x \d{3,4} pixels (?:full hd |quad hd |wide quad hd |ultrawide |wqhd |"
        r"4k ultra hd |.{0,12}hd )*(?:lcd|led)|"
        r"^(?:hp (?:compaq )?(?:l|la|le|lp|w|v|f)\d{3,4}\w*|thinkvision.*|acer (?:gd|al|v|"
        r"b)\d+.*) .*\(\d\d(?:\.\d+)?\"\)",
        r"\btv\b|signage|notebook|\bmount\b|\barm\b|cable|splitter|converter|adapter|rack|camcorder|room monitor|"
        + CPU,
    ),
    Kind(
        "mouse",
        (("mouse", "mice"), ("computer mouse", "computer mice")),
        ("鼠标",),
        r"\bmouse\b|\bmice\b|trackball",
        r"sylvanian|pillow|wrist|\bpad\b|\bmat\b|extender|extension|adapter|kvm|keyboard|case\b|bundle|"
        r"support|connector|"
        r"mickey|minnie|disney|trackball keyboard|rest\b|bungee|toy|doll",
        described=r"optical mouse|usb mouse|\bmouse \d",
    ),
    Kind(
        "keyboard",
        (("keyboard", "keyboards"),),
        ("键盘",),
        r"\bkeyboards?\b",
        r"cable|cover|wrist|rest\b|pillow|extender|extension|adapter|kvm|laptop internal|tray|drawer|platform|"
        r"support|connector|"
        r"\bmat\b|controller|splitter|converter|piano|music|kids|toy|arm\b|shelf|mouse & vga|spare|\brack|console|"
        r"switch\b",
    ),
    Kind(
        "USB flash drive",
        (("USB stick", "USB sticks"), ("USB flash drive", "USB flash drives"), ("flash drive", "flash drives")),
        ("U盘", "优盘", "闪存盘"),
        r"flash drive|usb[- ]stick|pen ?drive|datatraveler|store 'n' go.*usb|usb drive \d+",
        r"lanyard|reader|duplicator|enclosure|external|adapter",
    ),
    Kind(
        "memory card",
        (("memory card", "memory cards"), ("SD card", "SD cards")),
        ("存储卡", "内存卡", "SD卡"),
        r"memory card|\b(?:micro)?sd(?:hc|xc)\b|compact ?flash|secure digital card",
        r"reader|adapter|\bcase\b|memory module|printer|digital drive|camera\b|notebook|frame|player|server",
    ),
    Kind(
        "external hard drive",
        (("external hard drive", "external hard drives"), ("portable hard drive", "portable hard drives")),
        ("移动硬盘", "外置硬盘"),
        r"external (?:hard|hdd|solid)|portable (?:hard|hdd)|personal media drive|freeagent|drivestation|ministation|"
        r"external.*\b\d+ ?[gt]b\b",
        r"enclosure|dock|\bcase\b|cable|adapter|duplicator|\bdvd|card reader|optical|floppy|bracket|caddy|tape|"
        r"blu-ray|graphics",
    ),
    Kind(
        "internal hard drive",
        (("hard drive", "hard drives"), ("hard disk", "hard disks")),
        ("硬盘", "电脑硬盘"),
        r"internal hard drive|internal solid state drive|"
        r"\b\d+(?:\.\d)? ?-?[gt]b\b.*(?:hard drive|hard disk|\bhdd\b|\bhd kit|\bsata hd\b)|"
        r"hard drive.*\b\d+ ?[gt]b\b|external hard drive",
        r"enclosure|dock|cable|\btray|caddy|carrier enclosure|bracket|duplicator|notebook|pixels|ddr|server|"
        r"camcorder|printer|mp3|player|recorder|" + CPU,
        described=r"\d ?gb.*hard drive$|^hard drive -",
    ),
    Kind(
        "memory module",
        (("memory module", "memory modules"), ("RAM module", "RAM modules"), ("stick of RAM", "RAM sticks")),
        ("内存条", "内存"),
        r"memory module|\b(?:so-?)?dimm\b|\bddr[2345]?\b.*\b(?:memory|ram|mhz)\b|(?:memory|ram)\b.*\bddr",
        r"pixels|notebook pc|graphics|geforce|motherboard|printer|server\b.*xeon|barebone|\bpc\b.*"
        + CPU
        + r"|\blga\b|switch|router|flash memory",
        described=r"memory module$",
    ),
    Kind(
        "processor",
        (("processor", "processors"), ("CPU", "CPUs")),
        ("处理器", "CPU"),
        r"\bprocessor \d|\bprocessors?$|(?:opteron|xeon|pentium|celeron|core).*\bprocessor\b|"
        r"\bprocessor\b.*(?:\bl[23]\b|box|ghz)",
        r"food|cooler|heatsink|cooling|pixels|\bram\b|sdram|motherboard|notebook|\bpc\b|server|radiator|fan\b|"
        r"mount|holder|kit$^",
        ("t_product_type", r"Processor"),
    ),
    Kind(
        "motherboard",
        (("motherboard", "motherboards"), ("mainboard", "mainboards")),
        ("主板",),
        r"motherboard|mainboard|desktop board|server board",
        r"cable|\btray|standoff|tester|speaker|adapter|battery|bracket|barebone|header",
        ("t_product_type", r"Desktop Board|Server/Workstation Board"),
    ),
    Kind(
        "graphics card",
        (("graphics card", "graphics cards"), ("video card", "video cards")),
        ("显卡", "图形卡"),
        r"graphics? card|video card|(?:geforce|radeon|quadro|firepro|firegl|\bnvs\b|\brtx\b|\bgtx\b).*(?:gddr|"
        r"pcie|\bcard\b|\d+ ?[gm]b)|nvidia quadro fx ?\d",
        r"power cable|connector|pixels|notebook|\bpc\b|processor|ssd|hdd|windows|cable|cooler|coolviva|sync card",
        described=r"matrox.* graphics card",
    ),
    Kind(
        "router",
        (("router", "routers"), ("wireless router", "wireless routers")),
        ("路由器", "无线路由器"),
        r"\brouters?\b",
        r"print server|module|power supply|antenna|\brack|router cable|card\b|expansion|licen[cs]e|bracket|\bfan\b",
    ),
    Kind(
        "network switch",
        (("network switch", "network switches"), ("ethernet switch", "ethernet switches")),
        ("交换机", "网络交换机"),
        r"network switch|ethernet switch|gigabit switch|networking switch|desktop switch|\bport.*(?:ethernet|"
        r"gigabit|10/100|poe).*switch|"
        r"procurve (?:routing )?switch|(?:switch|procurve) \d{4}\w*",
        r"kvm|component|module|media convert|power supply|fan\b|rack mount kit|bracket|video|\bups\b|vga|hdmi|\bdvi|"
        r"transceiver|cable|kit\b|pdu",
        described=r"(?:network|ethernet) switch\b",
    ),
    Kind(
        "server",
        (("server", "servers"),),
        ("服务器",),
        r"proliant (?:ml|dl|bl)?\d*\b.*(?:" + CPU + r"|server)|poweredge|\bserver intel|integrity (?:rx|bl)\d+",
        r"memory|barebone|rack\b(?! \(| ?mount)|cabinet|print server|\bcable|rail|drive|\bfan\b|power supply|"
        r"card\b|processor \d|\bkit\b|chassis|origin storage|tray",
        ("t_product_type", r"Server"),
    ),
    Kind(
        "tablet",
        (("tablet", "tablets"), ("tablet computer", "tablet computers")),
        ("平板电脑", "平板"),
        r"galaxy tab|lenovo tab\b|\bmatepad|mediapad|\bipad\b.*\d+ gb|^denver ta|tablet.*android|\((?:7|8|9|10|"
        r"11)(?:\.\d+)?\"\).*android|tablet pc",
        r"\bcase\b|cover|protector|stand\b|dock|mount|enclosure|keyboard|sleeve|adapter|cable|charger|"
        r"graphics tablet|blender|stylus|headphone|rugged",
    ),
    Kind(
        "laptop bag",
        (("laptop bag", "laptop bags"), ("laptop case", "laptop cases"), ("laptop sleeve", "laptop cases and sleeves")),
        ("电脑包", "笔记本电脑包"),
        r"notebook case|laptop (?:\w+ )?(?:bag|case|sleeve|backpack|roller|tote)|laptop bag|notebook (?:sleeve|"
        r"bag|backpack|and notebook)|"
        r"\d\d(?:\.\d)?[\"”].*(?:laptop|notebook|checkpoint).*(?:backpack|case|sleeve|bag)|(?:laptop|"
        r"notebook).*(?:backpack|roller|topload|slipcase|sleeve)",
        r"silicone|hard drive|equipment case|tablet case|lock|adapter|cooling|ipaq|pixels|camera",
    ),
    Kind(
        "USB hub",
        (("USB hub", "USB hubs"),),
        ("USB集线器", "USB分线器"),
        r"usb.*\bhub|\bhub\b.*usb|interface hub",
        r"kvm|serial|rs-?232|cable kit|multiport adapter|dock|reader|monitor|ethernet|network",
    ),
)
