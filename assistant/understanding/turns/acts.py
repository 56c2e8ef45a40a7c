"""What a turn is for, as far as its words alone tell."""

from __future__ import annotations

from assistant.languages.dialogue import dialogue
from assistant.understanding.intents.guess import LIKELY
from assistant.understanding.intents.topics import ACTS, asks_policy, topic_of
from assistant.understanding.message.page import Page
from assistant.understanding.turns.beside_shown import singles_one_out
from assistant.understanding.turns.goods_named import (
    describes_goods,
    is_name_of_goods,
    names_goods,
    only_names,
    only_names_goods,
    without_kinds,
)
from assistant.understanding.turns.pointing import points_back
from assistant.understanding.turns.questions import is_of_shown
from assistant.understanding.wants.about_goods import (
    bounds_goods,
    names_part_of_want,
    rates_goods,
    refuses_brand,
    tells_gift,
)
from assistant.understanding.wants.earlier_subject import comes_back
from assistant.understanding.wants.naming.formed import formed_phrases
from assistant.understanding.wants.unlisted_uses import likes_doing
from assistant.vocabulary import Act
from catalog.languages.folding import fold
from catalog.languages.lexicon import lexicon as lexicon_of_terms

UNSURE, SURE, VERY_SURE, CERTAIN = 0.3, 0.5, 0.7, 0.85
"""The classifier's confidence from which its guess stands: where the rules know nothing of the message, where they know
a word of it, where they take it for something else, and where they find a demand in it; chosen on the open phrasings,
said in a talk."""
COMPLAINT = "complaint"
DANGERS = frozenset({Act.UNSAFE})
GOODS = frozenset({Act.FIND, Act.REFINE})
TALK = frozenset({Act.CHAT, Act.OUT_OF_SCOPE, Act.UNSAFE})
ABOUT_SHOWN = frozenset({Act.WHY, Act.COMPARE, Act.SIMILAR, Act.MORE, Act.FEEDBACK, Act.ASK_PRODUCT})
LISTING = frozenset({Act.MORE, Act.COMPARE, Act.SIMILAR, Act.FEEDBACK})
"""What a message with a demand of its own is only where its words say so: more capacity than the first is a demand."""
LONG = 4
"""From this many unknown words on, a message without any word of a shop is about something else."""


def plain_act(page: Page, wants_kind: bool) -> tuple[Act, str | None] | None:
    """The act and topic of small talk, service requests and what no shop answers; None for everything about products.

    `wants_kind` tells that a kind of product is asked for.
    """
    lexicon, text, guess = dialogue(), page.reading.plain, page.guess
    served = guess.topic is not None and guess.confidence >= VERY_SURE
    asked = guess.is_one_of((Act.CHAT,), VERY_SURE) or (served and guess.confidence >= CERTAIN)
    named = is_name_of_goods(page) and not asked
    if not lexicon.matches("unsafe", text) and (named or lexicon.matches("goods_of_service", text)):
        return None
    asks_more = served and guess.act is Act.ORDER  # It never worked, refund me.
    broken = lexicon.matches("broken", text) and lexicon.matches("recourse", text)
    if broken and not (asks_more or _wants_another(page)):
        return Act.POLICY, None
    if lexicon.matches("sent_other", text):
        return ACTS[COMPLAINT], COMPLAINT
    which = lexicon.matches("which_best", text) or (lexicon.matches("which_one", text) and not served)
    if page.state.shown and (which or is_of_shown(page, served)):
        return None
    certain = served and guess.confidence >= CERTAIN
    if (page.state.want is not None and rates_goods(page) and not certain) or (_asks_for_kind(page) and not served):
        return None
    if (refuses_brand(page) or bounds_goods(page) or _tells_how_good(page)) and not lexicon.matches("unsafe", text):
        return None
    if page.state.want is not None and comes_back(page):
        return None
    enough = _enough(page, wants_kind)
    elsewhere = guess.topic is None and guess.confidence >= max(SURE, enough)
    doubtful = guess.act is Act.UNSAFE and guess.confidence < CERTAIN
    harmless = (doubtful and (only_names_goods(page) or formed_phrases(page))) or only_names(page)
    if lexicon.matches("unsafe", text) or (guess.is_one_of(DANGERS, SURE) and not harmless):
        return Act.UNSAFE, None
    if lexicon.matches("chat", text) or (lexicon.matches("nod", text) and page.state.pending is None):
        return Act.CHAT, None
    if guess.is_service and guess.confidence >= enough and not (guess.topic is None and describes_goods(page)):
        return guess.act, guess.topic
    topic = topic_of(without_kinds(page), wants_kind)
    if topic is not None and not elsewhere:
        return ACTS[topic], topic
    if asks_policy(text) and not elsewhere:
        return Act.POLICY, None
    if wants_kind:
        return None
    if _asks_of_shown(page):
        return None
    few = sum(not span.mark for span in page.spans) < LONG
    if few and guess.act in (Act.OUT_OF_SCOPE, Act.CHAT):
        # A few unknown words may well be a name of goods.
        enough = max(enough, SURE)
    if guess.is_one_of(TALK, max(enough, SURE) if guess.act is Act.UNSAFE else enough) and not (
        harmless
        or names_part_of_want(page)
        or (guess.act is Act.OUT_OF_SCOPE and guess.confidence < SURE and any("person" in s.roles for s in page.spans))
        or (guess.act is Act.OUT_OF_SCOPE and (tells_gift(page) or (bool(page.state.ledger) and likes_doing(page))))
        or (guess.act is Act.CHAT and _may_answer(page))
        or describes_goods(page)
    ):
        return guess.act, None
    if lexicon.matches("out_of_scope", text) and not elsewhere:
        return Act.OUT_OF_SCOPE, None
    return None


def product_act(page: Page, points: tuple[str, ...], names_kind: bool, adds: bool, firm: bool = True) -> Act | None:
    """The act of a turn about shown products; None for finding and refining.

    `points` are the shown products it means; `adds` tells that it states demands, `firm` that they are neither wishes
    nor brands alone, by which a product may be meant.
    """
    lexicon, text, guess = dialogue(), page.reading.plain, page.guess
    shown = bool(page.state.shown)
    asks = lexicon.matches("which_one", text) or lexicon.matches("why", text) or lexicon.matches("compare", text)
    if adds and points and lexicon.matches("than", text) and not asks:
        return None
    denies = firm and page.spans[0].cue("not") and not lexicon.matches("question", text)  # No stretch in them.
    if adds and (denies or lexicon.matches("alters", text)):
        return None  # Make that at least 2 ports: the demand is meant, and not the product.
    if shown and (
        lexicon.matches("asks_of_figure", text) or (not names_kind and lexicon.matches("asks_of_sort", text))
    ):
        return Act.ASK_PRODUCT  # Is cotton warmer? 黑色耐脏吗: what a sort is like is asked, and no sort demanded.
    if adds and firm and not points and lexicon.matches("or_better_inside", text) and not asks:
        return None  # DDR4 or better: so much is demanded, and nothing compared.
    if points and lexicon.matches("asks_reason", text):
        return Act.WHY
    if shown and names_kind and lexicon.matches("asks_beside", text):
        return Act.ASK_PRODUCT  # Works with a phone? What is on screen is asked about, and no phone looked for.
    if len(points) == 1 and lexicon.matches("asks_whether", text) and not names_kind:
        return Act.ASK_PRODUCT  # 绿的漏不漏水: of one that is meant it is asked.
    if len(points) == 1 and guess.act is Act.COMPARE and singles_one_out(page):
        return Act.ASK_PRODUCT
    reviewed = lexicon.matches("reviews", text) and lexicon.matches("question", text)
    if len(points) == 1 and reviewed and not asks:
        return Act.ASK_PRODUCT  # Do people like the first one?
    back = bool(points) or points_back(page)
    if adds and not points and guess.act is Act.SIMILAR and lexicon.matches("about_figure", text):
        return None  # 差不多2米: about so much, and like nothing on screen.
    about_shown = bool(points) or ((shown or back) and not names_kind)
    lists = (adds or names_kind) and guess.act in LISTING and not lexicon.matches(str(guess.act), text)
    sure = VERY_SURE if guess.act is Act.SIMILAR or not firm else CERTAIN
    if points and not firm:
        # What is on screen is spoken of, by its brand or beside a wish that only ranks.
        sure = SURE if guess.act is Act.COMPARE and len(points) > 1 else LIKELY
    plain = guess.act is not Act.COMPARE or not firm or len(points) > 1 or guess.confidence >= CERTAIN
    lists = lists and not (plain and guess.is_one_of(LISTING, sure) and (points or not names_kind))
    wanted = adds or lexicon.matches("of_wanted", text) or lexicon.matches("any_such", text)
    states = wanted and not points and guess.act is Act.ASK_PRODUCT
    states = states and not lexicon.matches("question", text)
    if len(points) > 1 and not firm and lexicon.matches("either_or", text):
        return Act.COMPARE
    if points and guess.act is Act.WHY and guess.confidence < CERTAIN and _asks_no_reason(page):
        return Act.ASK_PRODUCT  # Where is the first made? Nothing but the classifier takes it for a why.
    if shown and guess.is_one_of(ABOUT_SHOWN, VERY_SURE) and not (lists or states):
        return guess.act
    enough = SURE if adds and not points else UNSURE
    if about_shown and guess.is_one_of(ABOUT_SHOWN, enough) and not (lists or states):
        return guess.act
    if guess.is_one_of(GOODS, VERY_SURE) and not points:
        return None
    if guess.is_one_of((Act.REFINE,), VERY_SURE if adds and len(points) > 1 else CERTAIN):
        return None  # Can it be smaller? Any of these in red? What is on screen is spoken of, and others are wanted.
    if (
        points
        and any(lexicon.matches(name, text) for name in ("in_stock", "sold_out"))
        and lexicon.matches("question", text)
    ):
        return Act.ASK_PRODUCT
    if lexicon.matches("why", text) and (shown or back or not names_kind):
        return Act.WHY
    if lexicon.matches("compare", text) and (len(points) > 1 or about_shown or not names_kind):
        return Act.COMPARE
    if lexicon.matches("similar", text) and about_shown:
        return Act.SIMILAR
    if lexicon.matches("more", text) and not adds and not names_kind:
        return Act.MORE
    if lexicon.matches("feedback", text) and about_shown:
        return Act.FEEDBACK
    if not adds and not names_kind and (_asks_of_shown(page) or (shown and reviewed)):
        return Act.ASK_PRODUCT
    if lexicon.matches("ask", text) and about_shown and (points or not names_kind):
        return Act.ASK_PRODUCT
    named = page.pointing and lexicon.matches("question", text)
    if points and (named or not adds) and not names_kind and page.state.pending is None:
        return Act.ASK_PRODUCT
    return None


def is_no_shop_talk(text: str) -> bool:
    """Whether its words alone prove a message to be about no goods: no word of it is a misspelt name of goods."""
    return any(dialogue().matches(name, text) for name in ("unsafe", "out_of_scope"))


def _tells_how_good(page: Page) -> bool:
    """Whether all that is said beside goods on screen is how good something of them has to be: 拍照好的."""
    guessed = page.guess.act in (Act.OUT_OF_SCOPE, Act.ORDER)
    return bool(page.state.shown) and guessed and dialogue().matches("tells_how_good", page.reading.plain)


def _asks_no_reason(page: Page) -> bool:
    """Whether a question names a column or a part of goods, and has no word that asks for a reason."""
    text = page.reading.plain
    named = any(
        {"concept", "field", "thing"} & span.roles.keys() and not page.is_filler(at)
        for at, span in enumerate(page.spans)
    )
    asks = any(dialogue().matches(name, text) for name in ("why", "why_not"))
    return named and not asks and dialogue().matches("question", text)


def _may_answer(page: Page) -> bool:
    """Whether small talk may well be the answer to the question that was asked last: sure, either, no idea."""
    said = (dialogue().matches(name, page.reading.plain) for name in ("yes", "no", "nod", "any_all"))
    return page.state.pending is not None and (page.guess.confidence < LIKELY or any(said))


def _wants_another(page: Page) -> bool:
    """Whether what broke is told of only to say what is wanted: my kettle broke, I need a new one."""
    return dialogue().matches("another", page.reading.plain) or page.guess.is_one_of((Act.FIND,), VERY_SURE)


def _asks_of_shown(page: Page) -> bool:
    """Whether a question that is most likely no talk for its own sake, or like nothing known, is asked while goods are
    on screen."""
    guess, text = page.guess, page.reading.plain
    return (
        bool(page.state.shown)
        and guess.confidence < (SURE if guess.act in (Act.OUT_OF_SCOPE, Act.CHAT) else UNSURE)
        and dialogue().matches("question", text)
        and not any(dialogue().matches(name, text) for name in ("out_of_scope", "chat"))
        and not any(span.cue("want") for span in page.spans)
    )


def is_beside_shown(page: Page, listed: bool) -> bool:
    """Whether a kind is named that the shop doesn't list, and what is on screen is most likely meant: does it need
    tools, another set."""
    sure = (
        LIKELY if page.guess.act is Act.ASK_PRODUCT and dialogue().matches("question", page.reading.plain) else CERTAIN
    )
    return bool(page.state.shown) and not listed and page.guess.is_one_of(ABOUT_SHOWN, sure)


def is_meant_otherwise(page: Page) -> bool:
    """Whether a message that only names what no shop is known to sell is, of what is on screen, something else."""
    guess, text = page.guess, fold(page.reading.plain)
    if not page.state.shown or guess.act in TALK or guess.act is Act.FIND or guess.topic:
        return False
    if guess.confidence < (UNSURE if 2 * guess.acts.get(Act.FIND, 0.0) < guess.confidence else SURE):
        return False
    wants = any(span.cue("want") for span in page.spans) and guess.confidence < VERY_SURE
    named = any(term.kind == "type" for term in lexicon_of_terms().terms_in(text)) and guess.confidence < CERTAIN
    return not wants and not named


def is_elsewhere(page: Page, rest: int) -> bool:
    """Whether a message that names nothing of a shop is about something else; `rest` counts its unknown words."""
    wants = any(span.cue("want") for span in page.spans)
    return not wants and not names_goods(page) and rest >= LONG and not page.guess.is_one_of(GOODS, SURE)


def _asks_for_kind(page: Page) -> bool:
    """Whether a question names one of the shop's kinds and else only says small words: 有修枝剪吗."""
    words = [span for span in page.spans if not span.mark]
    plain = all("type" in span.roles or "filler" in span.roles or span.cue("with", "want") for span in words)
    named = sum("type" in span.roles for span in words)
    return plain and named == 1 and len(words) > 1 and dialogue().matches("question", page.reading.plain)


def _enough(page: Page, wants_kind: bool) -> float:
    """How sure a guess has to be that a message is about no goods: the surer, the more of it speaks of goods."""
    lexicon, text = dialogue(), page.reading.plain
    if wants_kind or lexicon.matches("sold_out", text) or lexicon.matches("in_stock", text):
        return VERY_SURE
    return SURE if names_goods(page) else UNSURE
