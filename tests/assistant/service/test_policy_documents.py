"""A shop's documents become clauses whatever their form; what is no policy is refused, and contradictions are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.records.clause_book import Clause, ClauseBook
from assistant.records.database import Database
from assistant.service.policy_answers import LONGEST, MOST, PolicyAnswers
from catalog.embedders import load_embedder
from catalog.languages.detection import detect

MARKDOWN = """# Nordlund Furniture, terms

## Delivery

Parcels are delivered within 3 to 5 working days. Sofas and wardrobes come by two-person delivery within 4 weeks.

Delivery costs 4.95 for parcels and 59 for large furniture. Orders above 1,500 are delivered free of charge.

We deliver to Denmark, Sweden and northern Germany. Islands are served by ferry at a surcharge of 35.

## Returns

You may return unused furniture within 60 days of delivery. We collect large pieces for 49.

Made-to-measure sofas and fabrics cut to length cannot be returned.

We take your old sofa or mattress away for 25 if you book it together with the delivery.

## Guarantee

Frames of sofas are guaranteed for 10 years, upholstery for 2 years.

## Payment

You can pay by card, by invoice within 30 days, or in 6, 12 or 24 monthly instalments from 300 upwards.
"""
HTML = """<!doctype html><html><head><title>绿篮生鲜</title><style>p{color:red}</style><script>var 退货</script></head>
<body>
<nav><a href="/">首页</a></nav><h1>绿篮生鲜 顾客须知</h1><h2>配送</h2>
<ul><li>每天 7:00 至 22:00 送货，下单时可选择两小时的送货时段。</li><li>满 59 元免运费，不满的收 6 元配送费。</li>
<li>目前只送上海外环以内，崇明暂不配送。</li><li>送货时家里没人，配送员会打电话，可以放在门口或物业。</li></ul>
<h2>品质与退款</h2><p>水果蔬菜有腐烂、压坏的，收货后 24 小时内拍照联系客服，立即退款，不用退货。</p>
<p>缺货的商品自动退款到原支付账户，1 到 3 天到账。</p><h2>支付</h2>
<p>支持微信支付、支付宝和银行卡，不支持货到付款。</p>
<table><tr><th>会员等级</th><th>优惠</th></tr><tr><td>金卡会员</td><td>每月 4 次免运费，生日当天 9 折</td></tr></table>
<footer>版权所有</footer></body></html>"""
CSV = """Question;Answer;Category
How long does loose tea keep?;Unopened, for 24 months; opened, for 6.;Products
Do you ship to Canada?;"Yes, in 8 to 12 working days for 18 dollars; customs duties are paid by the receiver.";Shipping
Can I return an opened tin?;No, opened tins cannot be returned, but we send you another blend once.;Returns
How do I use a gift voucher?;Enter the voucher code at checkout. Vouchers are valid for 2 years.;Payment
"""
PDF_LINES = (
    "Terms of the bicycle shop Speiche",
    "1. Delivery",
    "Bicycles are delivered assembled within 10 working days.",
    "Delivery costs 39 within the country.",
    "2. Returns",
    "Unused bicycles can be returned within 30 days of delivery.",
    "3. Warranty",
    "Frames have a warranty of 5 years, batteries of 2 years.",
    "4. Payment",
    "Payment is by card, PayPal or bank transfer in advance.",
)
ESSAY = """We went to the sea in July. The water was cold, and my brother found a crab under a stone.

In the evening we ate fish and watched the boats. My mother read a book about stars.
"""


def pdf(lines: tuple[str, ...]) -> bytes:
    """A PDF of one page with these lines."""
    shown = "".join(f"({line}) Tj T*\n" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 60 780 Td\n{shown}ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    whole, places = b"%PDF-1.4\n", list[int]()
    for number, body in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        whole
        + head
        + table
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            len(whole),
        )
    )


FILES = {
    "furniture.md": MARKDOWN.encode(), "grocery.html": HTML.encode(), "tea.csv": CSV.encode(),
    "bicycles.pdf": pdf(PDF_LINES),
}  # fmt: skip


def learnt(tmp_path: Path, **files: bytes) -> tuple[int, list[Clause]]:
    paths = []
    for name, content in files.items():
        paths.append(tmp_path / name.replace("__", "."))
        paths[-1].write_bytes(content)
    done = main(["learn-policies", *map(str, paths), "--home", str(tmp_path / "home")])
    database = Database.of_home(tmp_path / "home")
    clauses = ClauseBook(database).every()
    database.close()
    return done, clauses


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PolicyAnswers]:
    """The answers of four shops, each with one document."""
    found, embedder = {}, load_embedder("minilm")
    for name, content in FILES.items():
        folder = tmp_path_factory.mktemp("shop")
        done, _ = learnt(folder, **{name: content})
        assert done == 0
        found[name] = PolicyAnswers(ClauseBook(Database.of_home(folder / "home")), embedder)
    return found


@pytest.mark.parametrize(
    ("document", "question", "told"),
    [
        ("furniture.md", "how long until my sofa gets here?", "within 4 weeks"),
        ("furniture.md", "what does shipping a wardrobe cost", "59 for large"),
        ("furniture.md", "does it cost more to deliver to an island?", "surcharge of 35"),
        ("furniture.md", "can you haul away my old couch?", "old sofa or mattress"),
        ("furniture.md", "can a custom made sofa be sent back?", "Made-to-measure"),
        ("furniture.md", "可以分期付款吗", "instalments"),
        ("grocery.html", "几点能送货", "7:00 至 22:00"),
        ("grocery.html", "崇明送不送", "崇明暂不配送"),
        ("grocery.html", "我上班家里没人怎么办", "放在门口"),
        ("grocery.html", "草莓压烂了怎么退", "24 小时内拍照"),
        ("grocery.html", "金卡有什么好处", "生日当天 9 折"),
        ("grocery.html", "can I pay cash on delivery?", "不支持货到付款"),
        ("tea.csv", "what's shipping to Canada like?", "8 to 12 working days"),
        ("tea.csv", "I opened the tin and hate it, can I give it back?", "opened tins"),
        ("tea.csv", "how long is a voucher good for?", "valid for 2 years"),
        ("bicycles.pdf", "how long is the warranty on the frame?", "5 years"),
        ("bicycles.pdf", "what does delivery cost?", "costs 39"),
        ("bicycles.pdf", "can I send the bike back?", "within 30 days"),
    ],
)
def test_a_question_in_other_words_gets_its_clause_quoted(
    answers: dict[str, PolicyAnswers], document: str, question: str, told: str
) -> None:
    found = answers[document].answer(question, detect(question))
    assert any(told in clause.text for clause in found.quoted)
    assert all(clause.text in found.text and clause.source in found.text for clause in found.quoted)
    assert len(found.quoted) <= MOST
    assert len(found.text) <= LONGEST


@pytest.mark.parametrize(
    ("document", "question"),
    [
        ("furniture.md", "do you price match?"),
        ("furniture.md", "is there a student discount?"),
        ("grocery.html", "你们招人吗"),
        ("grocery.html", "有没有礼品卡"),
        ("tea.csv", "do you have a loyalty program?"),
        ("bicycles.pdf", "can I trade in my old phone?"),
    ],
)
def test_what_no_clause_answers_is_not_answered(
    answers: dict[str, PolicyAnswers], document: str, question: str
) -> None:
    found = answers[document].answer(question, detect(question))
    assert found.quoted == ()
    assert not any(letter.isdigit() for letter in found.text)


def test_scripts_titles_and_menus_are_no_clauses(tmp_path: Path) -> None:
    _, clauses = learnt(tmp_path, **{"grocery.html": HTML.encode()})
    assert len(clauses) == 8
    assert not any(word in one.text for one in clauses for word in ("var", "首页", "版权", "color"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_table_is_read_by_the_separator_that_names_its_columns(tmp_path: Path, separator: str) -> None:
    rows = [("Category", "Question", "Answer"), ("Returns", "Can I return it?", "Yes, within 30 days, if unused."),
            ("Delivery", "What does delivery cost?", "It costs 5; from 50 on it is free."),
            ("Payment", "How can I pay?", "By card, PayPal or invoice.")]  # fmt: skip
    text = "\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    _, clauses = learnt(tmp_path, **{"faq.csv": text.encode()})
    assert [one.text for one in clauses] == [answer for _, _, answer in rows[1:]]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("one.md", b"The quick brown fox jumps over the lazy dog."),
        ("summer.txt", ESSAY.encode()),
        ("empty.md", b"\n\n"),
        ("broken.pdf", b"%PDF-1.4 and nothing more"),
        ("table.csv", b"name,price\nkettle,20\n"),
        ("picture.png", b"\x89PNG"),
    ],
)
def test_what_is_no_policy_is_refused_and_the_old_clauses_stand(
    tmp_path: Path, name: str, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    _, before = learnt(tmp_path, **{"furniture.md": MARKDOWN.encode()})
    capsys.readouterr()
    done, after = learnt(tmp_path, **{name: content})
    assert done == 1
    assert name in capsys.readouterr().out
    assert after == before
    done, after = learnt(tmp_path, **{name: content, "tea.csv": CSV.encode()})
    assert (done, len(after)) == (0, len(before) + 4)


def test_contradicting_clauses_are_told_and_can_be_listed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = MARKDOWN.replace("within 60 days", "within 30 days").replace("4.95", "7.95").encode()
    learnt(tmp_path, **{"furniture.md": MARKDOWN.encode(), "older.md": other})
    told = capsys.readouterr().out
    assert told.count("older.md#") == 2
    assert "30 days" in told
    assert main(["policy-conflicts", "--home", str(tmp_path / "home")]) == 0
    again = capsys.readouterr().out
    assert "2 pairs" in again
    assert "7.95" in again
    _, clauses = learnt(tmp_path, **{"older.md": MARKDOWN.encode()})
    capsys.readouterr()
    main(["policy-conflicts", "--home", str(tmp_path / "home")])
    assert "agree" in capsys.readouterr().out
    assert clauses
