"""The office kinds: printing, presenting, power and cables."""

from __future__ import annotations

from tests.benchmarks.electronics_kind import FOR_IT, Kind

PRINTER_RANGE = (
    r"laserjet|deskjet|officejet|photosmart|designjet|pixma|selphy|business inkjet|\bphaser \d|colorqube|"
    r"workcentre|stylus|"
    r"imagerunner|i-sensys|laser shot|\bpsc \d"
)
PRINTER_PART = (
    r"cartridge|toner|\bdrum|\bink\b|original|ribbon|\bpaper\b|media\b|label|\broll\b|film\b|fuser|roller|\btray|"
    r"feeder|cassette|"
    r"transfer|maintenance|\bkit\b|memory|print ?head|print server|\bstand\b|cabinet|finisher|stapler|stacker|"
    r"duplex(?:er| unit)|"
    r"cable|adapter|adaptor|\bcase\b|\bbag\b|sleeve|battery|spare|accessor|\bbelt\b|module|\bcard\b|font|dimm|"
    r"\bcover\b|waste|"
    r"pages\b|spindle|jetdirect|digital camera|mp ccd|digitale|\bdock\b|hard (?:disk|drive)|\bpart\b|output bin|"
    r"scanner\b(?! copier)|"
    r"emulation|developer|separation|support\b|imaging unit|\bunit\b|upgrade|mailbox|sheets?\b|compatible with|"
    r"equivalent|smartcard|country|initiali|enablement|software"
)

OFFICE: tuple[Kind, ...] = (
    Kind(
        "printer",
        (("printer", "printers"),),
        ("打印机",),
        r"\bprinter\b|" + PRINTER_RANGE + r"|multifunctional|laser \d+ x \d+ dpi|inkjet \d+ x \d+ dpi|\bppm\b",
        r"^(?!.*(?:colour|laser) printer, ).*(?:"
        + PRINTER_PART
        + r")|mouse\b|scanjet|fax machine|stylus pen|premium glossy",
        described=r"laser printer|slip printer|inkjet printer",
    ),
    Kind(
        "toner cartridge",
        (("toner cartridge", "toner cartridges"), ("toner", "toners")),
        ("硒鼓", "墨粉盒", "碳粉盒"),
        r"\btoners?\b|laser ?jet.*print cartridge|print cartridge.*(?:laser|c\d{3}|t\d{3}|x\d{3}|e\d{3})|"
        r"return program print cartridge",
        r"waste|collection|collector|vacuum|\bbag\b|cleaner|\bink cartridge|belt|fuser|filter|"
        r"bottle waste|container|lexmark (?:#|n[ro]\b|no\.|n°)",
        described=r"\btoner\b",
    ),
    Kind(
        "ink cartridge",
        (("ink cartridge", "ink cartridges"), ("ink", "ink cartridges")),
        ("墨盒", "墨水盒"),
        r"ink cartridge|\bink\b.*(?:original|ml\b)|singlepack|\b(?:bci|cli|pgi|pfi|pg|cl)-?\d+\w*\b.*original|"
        r"\blc-?\d{3,4}\w*\b|"
        r"^hp \d{2,3}(?:xl)? (?:original|black|cyan|magenta|yellow|tri|light|photo)(?!.*(?:laserjet|toner|"
        r"\d{3}[ax] ))|"
        r"multipack|^epson.*(?:twinpack|quadpack)|^epson t\d{3}",
        r"toner|laserjet|drum|print ?head|paper|\b\d{2,3}[ax] original|ribbon|waste|maintenance|"
        r"label|markers|lexmark x6\d",
        ("t_ink_type", r".+"),
        described=r"ink cartridge",
    ),
    Kind(
        "scanner",
        (("scanner", "scanners"),),
        ("扫描仪",),
        r"\bscanner\b|scanjet|canoscan|imageformula|opticpro",
        r"spare|roller|\bkit\b|accessor|feeder|separation|\bpad\b|scsi|service|shelf|module|multifunction|"
        r"copier|printer(?! scanner)|fingerprint|bar ?code|cable|adapter|equipment cleans",
        described=r"flatbed scanner|\d scanner,",
    ),
    Kind(
        "projector",
        (("projector", "projectors"),),
        ("投影仪", "投影机"),
        r"data projector|\bprojectors?\b.*(?:lumens|dlp|lcd|svga|xga)|multimedia projector|digital projector",
        r"lamp|\blens|screen\b|mount|bracket|ceiling|pole|cable|filter|carrying|manager|jetdirect|remote|accessor|"
        r"cabinet",
    ),
    Kind(
        "projector lamp",
        (("projector lamp", "projector lamps"), ("replacement projector lamp", "replacement projector lamps")),
        ("投影机灯泡", "投影仪灯泡"),
        r"projector lamp|\blamp\b.*(?:elplp|projector|lv-lp)|replacement lamp.*(?:projector|vpl)",
        r"table lamp|desk lamp",
    ),
    Kind(
        "projection screen",
        (("projection screen", "projection screens"), ("projector screen", "projector screens")),
        ("投影幕", "投影屏幕"),
        r"projection screen|projector screen",
        FOR_IT,
    ),
    Kind(
        "photo paper",
        (("photo paper", "photo paper"), ("pack of photo paper", "packs of photo paper")),
        ("相纸", "照片纸"),
        r"photo paper|premium (?:glossy|luster|semigloss|semimatte|matte).*(?:sheet|paper|roll)",
        r"printer|cartridge|\btray|frame",
        described=r"photo paper",
    ),
    Kind(
        "labels",
        (("pack of labels", "labels"), ("pack of self-adhesive labels", "self-adhesive labels")),
        ("标签纸", "不干胶标签"),
        r"\blabels\b|\blabel\b.*\bpcs\b|self-adhesive label|^herma .*self-adhesive",
        r"label printer|labelmanager|letratag|tape|software|dispenser|holder",
    ),
    Kind(
        "UPS",
        (("UPS", "UPSs"), ("uninterruptible power supply", "uninterruptible power supplies")),
        ("不间断电源", "UPS电源", "UPS不间断电源"),
        r"uninterruptible|\bups\b|smart-ups|back-ups",
        r"ups battery|batter(?:y|ies) (?:pack|cabinet|module|cartridge|replacement|frame|unit|enclosure)|"
        r"replacement batt|\bfor (?:select )?ups|"
        r"^(?!.*\d ?k?va\b.*\d ?k?w\b).*(?:\bcable|castor|rail|\bkit\b|expander|card\b|monitoring|interface|adapter|"
        r"management|software|power ?module|bypass)|\bpdu\b|"
        r"uninterruptible power supply \(ups\) accessor|external \d+v|suvtx|sybt|battery$",
    ),
    Kind(
        "power strip",
        (("power strip", "power strips"), ("surge protector", "surge protectors")),
        ("插线板", "排插", "防雷插座"),
        r"power strip|surge protector|power extension|surge ?arrest|surge suppress",
        r"\bups\b|battery|symmetra|galaxy \d|matrix|frame|rack pdu|"
        r"^(?!.*outlet).*(?:network|coax|telephone line|data ?line|rj-?\d)|"
        r"extension cord|cpu|sata|molex|lp4|iec-?320",
    ),
    Kind(
        "network cable",
        (("network cable", "network cables"), ("ethernet cable", "ethernet cables"), ("patch cable", "patch cables")),
        ("网线", "网络线"),
        r"networking cable|(?:ethernet|network|utp|cat\.?\s?[5678]\w*|\brj-?45).*(?:cable|patch cord)|patch cable|"
        r"(?:cable|patch cord).*cat\.?\s?[5678]",
        r"fib(?:er|re)|optic|adapter|coupler|extender|tester|crimp|\bkvm\b(?!.*networking cable)|serial|db-?9|"
        r"organi[sz]er|tool|boots?\b(?!ed)|"
        r"transmitter|converter|splitter|duplex|patch panel|keystone|management|usb|hdmi|over cat",
    ),
    Kind(
        "HDMI cable",
        (("HDMI cable", "HDMI cables"), ("HDMI lead", "HDMI leads")),
        ("HDMI线", "HDMI高清线", "HDMI数据线"),
        r"hdmi.*\bcable|cable.*hdmi",
        r"\bdvi|displayport|\bvga|splitter|adapter|converter|switch|usb|extender|booster|coupler|dock|receiver|"
        r"transmitter|\bkvm|\bdp\b|mhl",
    ),
    Kind(
        "USB cable",
        (("USB cable", "USB cables"), ("USB lead", "USB leads")),
        ("USB线", "USB数据线", "USB连接线"),
        r"usb.*\bcable|cable.*usb",
        r"kvm|serial|\bdb-?9|rs-?232|ps/2|adapter|hub|mouse|keyboard|mobile phone|hdmi|displayport|\bvga|sata|"
        r"ethernet|camera|headset|"
        r"parallel|printer cable|converter|extender|network|dock|splitter|switch|capture|cable kit|\brj|reader|"
        r"card\b",
    ),
    Kind(
        "VGA cable",
        (("VGA cable", "VGA cables"), ("VGA monitor cable", "VGA monitor cables")),
        ("VGA线", "VGA显示器线"),
        r"vga.*\bcable|cable.*vga|hd-?15.*(?:monitor|svga).*cable",
        r"adapter|converter|splitter|\bkvm|dvi|hdmi|displayport|extender|rca|component|switch|usb|bnc|coupler|"
        r"kit\b|cable tie|dms-",
    ),
)
