"""A cross-encoder from MiniLM's weights: query and text read together, taught by grades and the mix.

By LoRA adapters, or all its layers (`whole`), on a GPU where there is one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from assistant.ranking.made_queries import Pool
from assistant.ranking.mix_training import fold_of
from assistant.ranking.similarity import crossed
from catalog.minilm.export import official_model

FOLDS = 2
TOKENS, RANK, STEP, STEP_WHOLE = 64, 8, 5e-4, 1e-4
OF_A_POOL, BATCH = 6, 4
"""Texts of one pool, and pools, that a step learns from."""
WHOLE_BATCH = 64
TAUGHT = 0.5
"""The share of the mix among what is learnt from; the rest is the grades'."""


class Adapted(nn.Module):
    """A frozen linear layer and a low-rank change of it (LoRA: Hu and others, 2021)."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer
        self.down = nn.Parameter(torch.randn(RANK, layer.in_features) / layer.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(layer.out_features, RANK))

    def forward(self, given: Tensor) -> Tensor:
        """The layer's output with the change."""
        return self.layer(given) + (given @ self.down.T) @ self.up.T * 2.0


class Cross(nn.Module):
    """MiniLM on the pair; a score from the mean of its tokens.

    What learns is adapters on queries, values and the inner layers, or with `whole` all but the words' own vectors.
    """

    def __init__(self, whole: bool = False) -> None:
        super().__init__()
        from transformers import BertModel

        self.encoder = BertModel.from_pretrained(official_model(), add_pooling_layer=False)
        for parameter in self.encoder.parameters():
            parameter.requires_grad = whole
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        for layer in self.encoder.encoder.layer if not whole else ():
            attention = layer.attention.self
            attention.query, attention.value = Adapted(attention.query), Adapted(attention.value)
            layer.intermediate.dense = Adapted(layer.intermediate.dense)
        self.head = nn.Linear(2 * 384, 1)
        nn.init.zeros_(self.head.weight)
        self.blend = nn.Parameter(torch.tensor(1.0))

    def forward(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """One score per pair: what the head reads, on top of the cosine of both sides as they were read together."""
        hidden = self.encoder(input_ids=ids, token_type_ids=kinds, attention_mask=mask).last_hidden_state
        asked, told = ((mask * (kinds == side))[:, :, None].float() for side in (0, 1))
        left = (hidden * asked).sum(1) / asked.sum(1).clamp(min=1)
        right = (hidden * told).sum(1) / told.sum(1).clamp(min=1)
        cosine = nn.functional.cosine_similarity(left, right, dim=1)
        return self.blend * cosine * 5.0 + self.head(torch.cat([left * right, (left - right).abs()], dim=1))[:, 0]


def cross_scores(
    pools: Sequence[tuple[Pool, bool]],
    more: Sequence[Pool],
    taught: Sequence[Sequence[float]],
    seed: int,
    minutes: float,
    tell: Callable[[str], None],
    whole: bool = False,
) -> list[list[float]]:
    """Scores of every pool by a cross-encoder that saw neither its query nor any made pool that is measured on."""
    tokenizer = Tokenizer.from_file(str(official_model() / "tokenizer.json"))
    tokenizer.enable_truncation(TOKENS, strategy="only_second")
    tokenizer.no_padding()
    found: list[list[float]] = [[] for _ in pools]
    for fold in range(FOLDS):
        torch.manual_seed(seed)
        model = Cross(whole).to("cuda" if whole and torch.cuda.is_available() else "cpu")
        learnt = [
            (pool, list(mix))
            for (pool, judged), mix in zip(pools, taught, strict=True)
            if judged and fold_of(pool.query, seed) % FOLDS != fold
        ]
        _train(model, tokenizer, learnt, more, seed, minutes, tell, whole)
        mine = [at for at, (pool, _) in enumerate(pools) if fold_of(pool.query, seed) % FOLDS == fold]
        model.eval()
        for at in mine:
            with torch.no_grad():
                found[at] = _scores(model, tokenizer, pools[at][0], range(len(pools[at][0].texts))).tolist()
        tell(f"cross: fold {fold + 1} of {FOLDS}")
    return found


def _train(
    model: Cross,
    tokenizer: Tokenizer,
    judged: Sequence[tuple[Pool, list[float]]],
    made: Sequence[Pool],
    seed: int,
    minutes: float,
    tell: Callable[[str], None],
    whole: bool,
) -> None:
    dice = np.random.default_rng(seed)
    given = [one for one in model.parameters() if one.requires_grad]
    step, batch = (STEP_WHOLE, WHOLE_BATCH) if whole else (STEP, BATCH)
    optimiser = torch.optim.AdamW(given, lr=step, weight_decay=0.01)
    begun, steps, total = time.process_time(), 0, 0.0
    while (spent := (time.process_time() - begun) / (60 * minutes)) < 1.0:
        for group in optimiser.param_groups:
            group["lr"] = step * min(1.0, (steps + 1) / 20) * (1.0 - spent)
        loss = torch.zeros((), device=given[0].device)
        for _ in range(batch):
            if judged and dice.random() < 0.5:
                pool, mix = judged[dice.integers(len(judged))]
            else:
                pool, mix = made[dice.integers(len(made))], []
            if max(pool.grades) == min(pool.grades):
                continue
            chosen = _chosen(pool, dice)
            loss = loss + _loss(_scores(model, tokenizer, pool, chosen), pool, mix, chosen)
        if not loss.requires_grad:
            continue
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(given, 1.0)
        optimiser.step()
        steps, total = steps + 1, 0.95 * total + 0.05 * float(loss.detach()) / batch
        if steps % 50 == 0:
            tell(f"cross: step {steps}, loss {total:.3f}, {spent:.0%}")


def _chosen(pool: Pool, dice: np.random.Generator) -> list[int]:
    """Two of the best and others by chance: pools hold hard negatives already."""
    by_grade = sorted(range(len(pool.grades)), key=lambda at: (-pool.grades[at], dice.random()))
    rest = by_grade[2:]
    return by_grade[:2] + [int(at) for at in dice.permutation(rest)[: OF_A_POOL - 2]]


def _loss(scores: Tensor, pool: Pool, mix: list[float], chosen: Sequence[int]) -> Tensor:
    gains = torch.exp2(torch.tensor([pool.grades[at] for at in chosen], device=scores.device)) - 1
    told = torch.log_softmax(scores * 2.0, 0)
    loss = -(gains / gains.sum() * told).sum() if float(gains.sum()) > 0 else scores.sum() * 0.0
    if mix:
        teacher = torch.softmax(torch.tensor([mix[at] for at in chosen], device=scores.device), 0)
        loss = (1.0 - TAUGHT) * loss - TAUGHT * (teacher * told).sum()
    return loss


def _scores(model: Cross, tokenizer: Tokenizer, pool: Pool, chosen: Sequence[int]) -> Tensor:
    texts = [f"{title}. {rest}"[:400] if rest else title for title, rest in (pool.texts[at] for at in chosen)]
    read = tokenizer.encode_batch([(crossed(pool.query)[:200], crossed(text)) for text in texts])
    longest = max(len(one.ids) for one in read)
    ids, kinds, mask = (torch.zeros((len(read), longest), dtype=torch.long) for _ in range(3))
    for row, one in enumerate(read):
        ids[row, : len(one.ids)] = torch.tensor(one.ids)
        kinds[row, : len(one.ids)] = torch.tensor(one.type_ids)
        mask[row, : len(one.ids)] = 1
    device = model.head.weight.device
    return model(ids.to(device), kinds.to(device), mask.to(device))
