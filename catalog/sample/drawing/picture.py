"""A product's record -> its picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from catalog.sample.drawing import (
    appliances,
    audio,
    ball_sports,
    care,
    cats,
    clothing,
    computing,
    cycling,
    dogs,
    fitness,
    footwear,
    games,
    garden,
    home,
    kitchen,
    mobile,
    office,
    outdoor,
    pet_care,
    sport,
    terrace,
    tools,
    toys,
    worn_for_sport,
)
from catalog.sample.drawing.sheet import HEIGHT, SLANT, WIDTH, Sheet
from catalog.sample.drawing.subject import Subject
from catalog.sample.drawing.tones import mixed, white

DRAWINGS: Mapping[str, Callable[[Sheet, Subject], None]] = MappingProxyType(
    {
        "headphones": audio.headphones,
        "earbuds": audio.earbuds,
        "portable speaker": audio.speaker,
        "laptop": computing.laptop,
        "tablet": computing.tablet,
        "laptop bag": computing.laptop_bag,
        "laptop stand": computing.laptop_stand,
        "keyboard": computing.keyboard,
        "mouse": computing.mouse,
        "monitor": computing.monitor,
        "smartphone": mobile.smartphone,
        "smartwatch": mobile.smartwatch,
        "phone case": mobile.phone_case,
        "power bank": mobile.power_bank,
        "charger": mobile.charger,
        "USB cable": mobile.cable,
        "kettle": kitchen.kettle,
        "coffee machine": kitchen.coffee_machine,
        "frying pan": kitchen.frying_pan,
        "saucepan": kitchen.saucepan,
        "chef's knife": kitchen.knife,
        "thermos bottle": kitchen.thermos,
        "rice cooker": kitchen.rice_cooker,
        "desk lamp": home.desk_lamp,
        "duvet": home.duvet,
        "bed linen set": home.bed_linen,
        "pillow": home.pillow,
        "towel": home.towel,
        "vacuum cleaner": appliances.vacuum,
        "fan": appliances.fan,
        "storage box": home.storage_box,
        "face cream": care.face_cream,
        "sunscreen": care.sunscreen,
        "shampoo": care.shampoo,
        "hair dryer": care.hair_dryer,
        "electric toothbrush": care.toothbrush,
        "lip balm": care.lip_balm,
        "hand soap": care.hand_soap,
        "T-shirt": clothing.t_shirt,
        "rain jacket": clothing.rain_jacket,
        "jeans": clothing.jeans,
        "dress": clothing.dress,
        "running shoes": footwear.running_shoes,
        "sandals": footwear.sandals,
        "socks": footwear.socks,
        "backpack": outdoor.backpack,
        "tent": outdoor.tent,
        "sleeping bag": outdoor.sleeping_bag,
        "headlamp": outdoor.headlamp,
        "yoga mat": sport.yoga_mat,
        "bicycle helmet": sport.helmet,
        "dumbbell": sport.dumbbell,
        "water bottle": sport.water_bottle,
        "skipping rope": fitness.skipping_rope,
        "resistance band": fitness.resistance_band,
        "foam roller": fitness.foam_roller,
        "yoga block": fitness.yoga_block,
        "exercise bike": fitness.exercise_bike,
        "bicycle light": cycling.bicycle_light,
        "bicycle lock": cycling.bicycle_lock,
        "swimming goggles": worn_for_sport.swimming_goggles,
        "running belt": worn_for_sport.running_belt,
        "football": ball_sports.football,
        "table tennis bat": ball_sports.table_tennis_bat,
        "badminton racket": ball_sports.badminton_racket,
        "dog bed": dogs.dog_bed,
        "dog leash": dogs.dog_leash,
        "dog toy": dogs.dog_toy,
        "pet tracker": dogs.pet_tracker,
        "cat litter box": cats.litter_box,
        "cat litter": cats.cat_litter,
        "cat tree": cats.cat_tree,
        "aquarium": pet_care.aquarium,
        "pet fountain": pet_care.pet_fountain,
        "dog food": pet_care.pet_food,
        "cat food": pet_care.pet_food,
        "pet clippers": pet_care.pet_clippers,
        "pet carrier": pet_care.pet_carrier,
        "building blocks": toys.building_blocks,
        "plush toy": toys.plush_toy,
        "board game": games.board_game,
        "children's backpack": toys.childrens_backpack,
        "picture puzzle": games.puzzle,
        "notebook": office.notebook,
        "fountain pen": office.fountain_pen,
        "office chair": office.office_chair,
        "drill": tools.drill,
        "screwdriver set": tools.screwdriver_set,
        "hammer": tools.hammer,
        "tape measure": tools.tape_measure,
        "ladder": tools.ladder,
        "work gloves": tools.work_gloves,
        "garden hose": garden.garden_hose,
        "watering can": garden.watering_can,
        "secateurs": garden.secateurs,
        "lawn mower": garden.lawn_mower,
        "plant pot": terrace.plant_pot,
        "seeds": terrace.seeds,
        "parasol": terrace.parasol,
        "garden chair": terrace.garden_chair,
    }
)
GROUNDS: Mapping[str, str] = MappingProxyType(
    {
        "Electronics": "#dfe7f1",
        "Computers": "#dee6ec",
        "Phones": "#e2e2f0",
        "Kitchen": "#f0e6da",
        "Home": "#e1e9e0",
        "Beauty and personal care": "#f1e2e3",
        "Clothing and shoes": "#e8e3ec",
        "Outdoor and sport": "#dfeae8",
        "Sports and fitness": "#e6ebd6",
        "Pets": "#efe4da",
        "Children and toys": "#f2ead3",
        "Office and stationery": "#e9e6de",
        "Garden and tools": "#e6ebd8",
    }
)
"""The soft ground of each category, so that a mixed list of products still looks calm."""


def picture(record: Mapping[str, Any]) -> str:
    """The product's picture as an SVG document, the same for the same record; KeyError for a type nobody drew."""
    sheet = Sheet()
    ground = GROUNDS[record["category"][0]]
    sheet.rect(0, 0, WIDTH, HEIGHT, 0, sheet.linear(mixed(ground, "#ffffff", 0.55), ground, way=SLANT))
    sheet.oval(160, 132, 118, None, white(0.42))
    sheet.rect(0, 214, WIDTH, HEIGHT - 214, 0, sheet.linear("#00000008", "#00000000"))
    DRAWINGS[record["type"]](sheet, Subject(record))
    return sheet.svg()
