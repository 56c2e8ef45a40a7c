"""Trains the scorer: catalogues and judged pairs -> weights, checksums, card and a plot of the run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.ranking.judged_pools import judged_pools
from assistant.ranking.made_queries import Pool, made_pools
from assistant.ranking.mix import Mix, as_kept, write_mix
from assistant.ranking.mix_training import Example, MixSettings, by_folds, fit
from assistant.ranking.pair_features import FEATURES, PairFeatures
from assistant.ranking.pair_meaning import Meanings
from assistant.ranking.pool_measures import interval, ndcg
from assistant.ranking.scorer_card import PLOT, Data, Row, card, plot
from assistant.ranking.training.query_change import Asked, change_by_folds, trained
from assistant.ranking.tuned import ENCODER, encoder_sum
from assistant.ranking.tuning import STUDY, search, write_study
from catalog.embedders import TOKENIZER, MiniLMEmbedder
from catalog.languages.lexicon import pivot
from catalog.languages.registry import language
from catalog.ports import Vectors
from catalog.product import Product
from catalog.product_json import product as product_of
from catalog.sample.shop import sample_records
from catalog.student.encoder import StudentEncoder

QUERIES = 120
"""Made for each catalogue."""
DEPTH = 3
"""Names of the public taxonomy down to this level stand for the kinds of goods there are."""
SAMPLE = "sample shop"
POOLED = "all of them, query by query"
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Catalogues:
    """Name -> products, to make queries from and to look up judged products in."""

    shops: tuple[tuple[str, tuple[Product, ...]], ...]

    @staticmethod
    def read(homes: Sequence[Path]) -> Catalogues:
        """The sample shop and the catalogues of these homes; SetupError where one has none."""
        from catalog.home import Home
        from catalog.store import Store

        shops = [(SAMPLE, tuple(product_of(one) for one in sample_records()))]
        for path in homes:
            store = Store.open(Home.existing(path).store, readonly=True)
            try:
                shops.append((path.name, tuple(store.all())))
            finally:
                store.close()
        return Catalogues(tuple(shops))

    @property
    def products(self) -> dict[str, Product]:
        """Every product by its id."""
        return {one.id: one for _, products in self.shops for one in products}


def make(
    out: Path,
    homes: Sequence[Path],
    ratings: Sequence[Path],
    seed: int,
    queries: int = QUERIES,
    progress: Progress = lambda _: None,
    tries: int = 0,
    licences: Sequence[str] = (),
) -> tuple[Row, ...]:
    """Trains and writes all files, the old ones in place until the last moment; the table of what was measured.

    With `tries` the settings are searched first, and the study is kept beside the weights; `licences` of the data are
    told in the card. SetupError for a file that
    can't teach, before anything is written.
    """
    catalogues = Catalogues.read(homes)
    known = catalogues.products
    judged = [pool for path in ratings for pool in judged_pools(path, known)]
    pools = [(pool, True) for pool in (*judged, *map(titles_only, filter(described, judged)))]
    for name, products in catalogues.shops:
        pools += [(pool, False) for pool in made_pools(products, queries, seed, name)]
    progress(f"{len(pools)} queries, {sum(judged for _, judged in pools)} of them judged by people")
    encoder = MiniLMEmbedder(ENCODER)
    names = goods_names(encoder)
    features = PairFeatures(Meanings(encoder, StudentEncoder.load(), names), ENCODER / TOKENIZER)
    published: list[Example] = []
    asked: list[Asked] = []
    for number, (pool, judged) in enumerate(pools, start=1):
        published.append(example(pool, judged, features))
        asked.append(vectors_of(pool, features))
        if number % 100 == 0 or number == len(pools):
            progress(f"features of {number} of {len(pools)} queries")
    examples = change_by_folds(published, asked, seed)
    progress("the query's vector is fine-tuned, fold by fold")
    study = search(examples, seed, tries, progress) if tries else None
    settings = study.mix if study else MixSettings()
    found = by_folds(examples, seed, settings)
    rows = measured(examples, found)
    pooled = together(list(zip(examples, found, strict=True)), POOLED)
    before = measured(published, by_folds(published, seed, settings))
    fitted = fit(examples, seed, progress, settings)
    mix = Mix(fitted.weights, fitted.shift, names, trained(published, asked, seed, settings))
    sources = [f"{name}: {len(products)} products" for name, products in catalogues.shops]
    sources += [f"judged pairs: {path.name}" for path in ratings]
    if study:
        write_study(out, study)
        sources.append(f"settings chosen in {tries} tries (`{STUDY}`), on other folds than those measured")
    given = [f"--home {one.name}" for one in homes] + [f"--ratings {one.name}" for one in ratings]
    data = Data(sources, licences, queries, " ".join([*given, f"--seed {seed}"]))
    write_mix(out, mix, encoder_sum(), card(mix, rows, before, data, fitted.course, pooled))
    (out / PLOT).write_text(plot(fitted.course), encoding="utf-8")
    return rows


def described(pool: Pool) -> bool:
    """Whether any of its texts is more than a title."""
    return any(rest for _, rest in pool.texts)


def titles_only(pool: Pool) -> Pool:
    """The same pool as a shop without descriptions has it."""
    return replace(pool, texts=tuple((title, "") for title, _ in pool.texts), source=f"{pool.source}, titles only")


def example(pool: Pool, judged: bool, features: PairFeatures) -> Example:
    """A pool as features; each text's first line is its title."""
    return Example(pool.query, features.of(pool.query, _texts(pool)), pool.grades, judged, pool.source)


def vectors_of(pool: Pool, features: PairFeatures) -> Asked:
    """A pool as the vectors that fine-tuning changes; of a pool whose features were just made it costs nothing."""
    return Asked.of(features.meanings.of_query(pool.query), features.meanings.of_texts(_texts(pool)))


def _texts(pool: Pool) -> list[str]:
    return [f"{title}\n{rest}" if rest else title for title, rest in pool.texts]


def goods_names(encoder: MiniLMEmbedder) -> Vectors:
    """Vectors of the names of goods of the public taxonomy, each name once, in the order of names, as they are kept."""
    found = language(pivot()).data("taxonomy.json.gz")
    names = sorted({name for number, name in found.items() if number.count("-") <= DEPTH})
    return as_kept(encoder.embed(names))


def measured(examples: Sequence[Example], scores: Sequence[Sequence[float]]) -> tuple[Row, ...]:
    """nDCG@10 of similarity and of the mix by source, and their difference by query with its interval."""
    return tuple(
        together([one for one in zip(examples, scores, strict=True) if one[0].source == source], source)
        for source in dict.fromkeys(one.source for one in examples)
    )


def together(pools: Sequence[tuple[Example, Sequence[float]]], source: str) -> Row:
    """The same of all these pools, with their scores, as one set."""
    pairs = [
        (ndcg(list(one.rows[:, FEATURES.index("meaning")]), one.grades), ndcg(own, one.grades))
        for one, own in pools
        if max(one.grades) > 0
    ]
    lead = [after - before for before, after in pairs]
    before, after = (float(np.mean([pair[at] for pair in pairs])) for at in (0, 1))
    judged = any(one.judged for one, _ in pools)
    return Row(source, judged, len(pairs), before, after, float(np.mean(lead)), interval(lead))
