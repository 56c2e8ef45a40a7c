"""The kinds for home and travel: sound, pictures, telephones, care."""

from __future__ import annotations

from tests.benchmarks.electronics_kind import Kind

HOME: tuple[Kind, ...] = (
    Kind(
        "television",
        (("TV", "TVs"), ("television", "televisions")),
        ("电视", "电视机"),
        r"\bflat tv|\blcd tv|\btv \d|smart tv|plasma tv|\bled tv|television|hd tv|\btv\b.*\(\d\d",
        r"mount|antenna|remote|converter|tuner|adapter|stand\b|receiver|cable|protection|audio video|portable dvd|"
        r"splitter",
        described=r"flat tv",
    ),
    Kind(
        "headphones",
        (("pair of headphones", "headphones"), ("headset", "headphones"), ("earphones", "earphones")),
        ("耳机",),
        r"headphones?\b|headsets?\b|earphones?|earbuds?|galaxy buds",
        r"cable|adapter|splitter|\bcase\b|stand\b|amplifier|extension|charger|pads?\b|iphone dock|cradle|station",
        ("t_product_type", r"Headphones|Headset"),
    ),
    Kind(
        "webcam",
        (("webcam", "webcams"),),
        ("摄像头", "电脑摄像头"),
        r"web ?cam|pc camera",
        r"pixels (?:intel|amd|\d+th)|notebook (?!webcam)|cover|tripod|mount|security camera|netbotz",
    ),
    Kind(
        "camera lens",
        (("camera lens", "camera lenses"), ("lens", "lenses")),
        ("相机镜头", "镜头"),
        r"camera lens(?! (?:adapter|filter))|^canon (?:ef|ts-e|mp-e)[- ]?s? ?\d+.*(?:mm|usm)|\bf/\d.*\b(?:usm|"
        r"slr)\b|zoom lens|telephoto lens",
        r"hood|cap\b|case|pouch|lens adapter|filter|projection|eos \d|camera kit|cleaning|eyecup|screen|dioptric|"
        r"extender|ring|battery|\bvpl|photosmart",
        described=r"(?:zoom|angle|standard) lens\b|\blens for",
    ),
    Kind(
        "digital camera",
        (("digital camera", "digital cameras"),),
        ("数码相机", "相机"),
        r"digital camera(?! (?:lens|battery|case))|compact camera|slr camera|\bmp (?:ccd|cmos)\b|bridge camera|"
        r"photosmart (?:[emrc]\d+|\d{3}) digital",
        r"\bcase\b|\bbag\b|cable|battery|charger|adapter|remote|\blens\b(?!.* mp )|binocular|tripod|lens$|binding|"
        r"webcam|security|camcorder|\bgz-|\bhg\d",
    ),
    Kind(
        "phone case",
        (("phone case", "phone cases"), ("mobile phone case", "mobile phone cases")),
        ("手机壳", "手机保护套"),
        r"(?:mobile )?phone (?:case|cover)|smartphone case|iphone.*\bcase\b",
        r"camera|notebook|keyboard|tablet",
    ),
    Kind(
        "smartphone",
        (("smartphone", "smartphones"), ("mobile phone", "mobile phones"), ("cell phone", "cell phones")),
        ("手机", "智能手机"),
        r"smartphone(?! case)|(?:single|dual|hybrid dual) sim|\b[2345]g\b.*(?:micro-usb|usb type-c).*mah|"
        r"\(\d\.\d+\"\).*android.*mah|"
        r"^(?:samsung (?:sgh|gt|galaxy (?:a|s|note|sm-[gna]))|huawei (?:p|y|mate|honor)|"
        r"motorola moto).*\(\d(?:\.\d+)?\"\)|mobile phone \d",
        r"\bcase\b|cover|protector|cable|charger|faceplate|holder|mount|headset|\btab\b|watch|tablet|battery|grip|"
        r"stand|docking|adapter|stylus",
    ),
    Kind(
        "smartwatch",
        (("smartwatch", "smartwatches"), ("smart watch", "smart watches")),
        ("智能手表",),
        r"smart ?watch|galaxy watch|watch gt",
        r"strap|band\b|protector|charger|\bcase\b",
    ),
    Kind(
        "speaker",
        (("speaker", "speakers"), ("pair of speakers", "speakers")),
        ("音箱", "音响", "扬声器"),
        r"\bspeakers?\b|loudspeaker|soundbar|speaker bar",
        r"cable|wire\b|mount|stand\b|splitter|adapter|bracket|switch|\bwall-|headphone|amplifier|telephone|"
        r"phone\b|notebook pc|clock|screen|"
        r"projector|pixels|monitor with",
        described=r"stereo speakers|speaker system$|speaker system -",
    ),
    Kind(
        "AA battery",
        (("pack of AA batteries", "AA batteries"),),
        ("5号电池", "AA电池"),
        r"\baa\b.*(?:batter|accu|alkaline|mah)|(?:batter|alkaline|rechargeable).*\baa\b|\b(?:r6|lr6|fr6)(?:\b|[a-z])",
        r"charger|\baaa\b|mouse|keyboard|remote|flash\b|camera \d|player|toothbrush",
    ),
    Kind(
        "DVD player",
        (("DVD player", "DVD players"), ("Blu-ray or DVD player", "Blu-ray and DVD players")),
        ("DVD播放机", "影碟机"),
        r"(?:dvd|blu-ray)(?: disc)?(?:/blu-ray)? player|^philips (?:portable dvd|dvp\d|pet\d)",
        r"remote|cable|adapter|mount|\bbag\b|\bcase\b|lens cleaner",
    ),
    Kind(
        "MP3 player",
        (("MP3 player", "MP3 players"),),
        ("MP3播放器", "MP3"),
        r"mp[34](?:/mp4)? player|gogear|flash audio|digital audio player",
        r"\bcase\b|dock|adapter|cable|charger|armband|speaker|cassette|car kit|transmitter|accessor|move pack",
        described=r"mp3 player,",
    ),
    Kind(
        "electric shaver",
        (("electric shaver", "electric shavers"), ("shaver", "shavers")),
        ("剃须刀", "电动剃须刀"),
        r"\bshaver\b|electric razor|men's razor|cool ?skin|philishave",
        r"\bhead\b(?!\(s)|foil|cleaning|cartridge|lotion|gel\b|charger|blade|cap\b|conditioner|replacement|epilator|lady|"
        r"spray|accessor",
    ),
)
