"""read_brief: the whole reading of a brief, in the order that settles each doubt."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from agent.brief import Brief, Fact, RequiredText, TextPlace
from agent.reading.admission import admit, fold
from agent.reading.clauses import split_clauses
from agent.reading.colors import read_colors
from agent.reading.deliverables import DeliverableReading, read_deliverables
from agent.reading.directing import asks
from agent.reading.facts import SpannedFact, find_facts
from agent.reading.implied import imply_nouns
from agent.reading.manners import manner_of
from agent.reading.names import NameReading, read_names
from agent.reading.notes import notes_of
from agent.reading.nouns import SpannedNoun, find_nouns, industries_of_nouns
from agent.reading.people import has_couple
from agent.reading.rows import find_rows
from agent.reading.signing import as_signed, as_title, as_wordmark, in_full, on_pack
from agent.reading.statements import Known, find_statements
from agent.reading.subjects import descriptor_of, subject_of
from agent.reading.texts import PlacedText, TextReading, read_texts
from agent.reading.topics import find_roles, find_topic
from agent.reading.venues import find_speakers, find_venues
from agent.reading.vocabulary import Span, overlaps
from agent.reading.wishes import (
    audience_of,
    languages_of,
    moods_of,
    occasion_of,
    refusals_of,
    variants_of,
)
from knowledge.lookup import find_industries, find_styles

__all__ = ["read_brief"]

_STYLE_FLOOR: Final = 0.6
"""Score from which a style counts as asked for."""

_INDUSTRY_FLOOR: Final = 0.4

_NEARLY_EQUAL: Final = 0.15
"""Trades whose scores differ by less are told apart by the things the brief shows."""

_DETAILS: Final = frozenset({"place", "contact", "meta", "date", "time", "legal"})
"""Texts that say nothing of what the design shows: 人民路, King Street."""

_NAMING: Final = frozenset({"packaging", "menu", "ecom_main"})
"""Uses on which the names of things are read, not only seen."""
_BARE_HIRING: Final = frozenset({"hiring", "we're hiring", "招聘", "now hiring", "recruitment"})

_TRADE_OF_OCCASION: Final = {"charity": "ngo", "wedding": "wedding"}

_OF_NO_TRADE: Final = frozenset({"gala", "notice"})
"""Occasions of any trade: the hotel of an annual party and a missing cat sell nothing."""

_PLACE_OF_FACT: Final[dict[str, TextPlace]] = {
    "date": "date",
    "time": "time",
    "place": "place",
    "price": "price",
    "discount": "discount",
    "phone": "contact",
    "url": "contact",
    "email": "contact",
    "handle": "contact",
}
"""Facts that must be on the page; a quantity is known but need not be."""


def read_brief(
    text: str,
    *,
    sizes: Sequence[str] = (),
    deliverables: Sequence[str] = (),
    brand_kit: str = "",
    attachments: Sequence[str] = (),
) -> Brief:
    """Return the brief as typed fields; nothing that the text does not say is added.

    Args:
        text: The client's words, Chinese, English or both.
        sizes: Sizes that override the text's, such as ``1080x1440`` or ``a4``.
        deliverables: Kinds that override the text's.
        brand_kit: Path or name of a kit.
        attachments: Paths of files that came along.

    Raises:
        BriefNotUnderstood: There is nothing to design from; the message says what to write.
        InvalidValue: A size of `sizes` cannot be read.
    """
    admit(text)
    folded = fold(text)
    texts = read_texts(text, folded)
    refusals = refusals_of(text, folded)
    refused_spans = tuple(span for _, span in refusals)
    set_spans = tuple(item.span for item in texts.placed)
    facts = find_facts(text, folded)
    making = read_deliverables(folded, text, deliverables, sizes)
    if {made.kind for made in making.deliverables} == {"logo"}:
        texts = as_wordmark(texts)
    uses = {made.use for made in making.deliverables}
    is_package = uses == {"packaging"}
    makes_poster = any(made.kind == "poster" for made in making.deliverables)
    items: tuple[Span, ...] = ()
    if makes_poster:
        facts, items = _with_rows(text, facts, set_spans, is_menu="menu" in uses)
    occasion = _occasion(text, folded)
    busy = (*texts.references, *(span for _, span in facts))
    names = read_names(text, texts.placed, busy, occasion)
    if {made.kind for made in making.deliverables} == {"poster"}:
        names = as_title(names)
    names = on_pack(names, texts) if is_package else in_full(text, names)
    titles = (item.span for item in names.placed if item.where == "headline")
    shown = (*set_spans, *titles, *refused_spans)
    topic, lines = None, []
    if makes_poster:
        topic = find_topic(text, folded, names.brand, (*shown, *(s for _, s in facts)))
        signed = tuple(item.span for item in names.placed)
        said = (*shown, *signed, *((topic,) if topic else ()))
        facts += find_venues(text, facts, (*said, *making.sizes))
        facts.sort(key=lambda item: item[1])
        texts, topic = _with_people(text, texts, facts, said, topic, occasion)
        known = _known(text, texts, names, making, (facts, items), topic)
        lines = find_statements(
            text, replace(known, refused=refused_spans, is_package=bool(uses & _NAMING))
        )
        texts = replace(texts, placed=(*texts.placed, *lines))
        names = as_signed(names, lines)
    facts = [*facts, *((Fact(kind="topic", text=text[slice(*s)]), s) for s in (topic,) if s)]
    name_spans = tuple(item.span for item in names.placed if item.where == "brand")
    quiet = (*set_spans, *name_spans)
    detail_spans = tuple(span for fact, span in facts if fact.kind != "topic") + tuple(
        item.span
        for item in texts.placed
        if item.where in _DETAILS
        or (item in lines and not is_package and item.where != "headline")
    )
    nouns = find_nouns(text, folded, (*refused_spans, *name_spans, *detail_spans))
    aside = (*items, *(span for fact, span in facts if fact.kind == "place"))
    colors = read_colors(text, folded, (*quiet, *aside, *(span for _, span in nouns)))
    required = _required(texts, names, facts, items)
    styles = _styles(text, (*quiet, *detail_spans, *colors.spans), refused_spans)
    aside = making.spans if "menu" in uses else (*making.spans, *aside)
    industry = _industry(text, texts, aside, nouns, occasion)
    named, hidden = (
        tuple(noun for noun, _ in found)
        for found in (nouns, find_nouns(text, folded, refused_spans))
    )
    return Brief(
        text=text,
        languages=languages_of(text, folded, tuple(item.text for item in required)),
        subject=subject_of(text, folded, nouns, texts.instructions),
        nouns=(
            *named,
            *imply_nouns(_blanked(folded, detail_spans), named, hidden, occasion, industry),
        ),
        brand=names.brand,
        descriptor=descriptor_of(text, folded),
        deliverables=making.deliverables,
        required_texts=required,
        must_nots=(*(what for what, _ in refusals), *_new(texts.refused, refusals)),
        styles=styles,
        industry=industry,
        occasion=occasion,
        moods=moods_of(folded, (*quiet, *colors.spans, *refused_spans)),
        colors=colors.asked,
        avoid_colors=colors.avoided,
        manner=manner_of(folded, quiet, colors.asked),
        audience=audience_of(text, folded),
        facts=_facts(texts, facts),
        brand_kit=brand_kit,
        attachments=tuple(attachments),
        variants=variants_of(folded),
        notes=notes_of(names, making.notes, required, colors, styles, industry),
    )


def _known(
    text: str,
    texts: TextReading,
    names: NameReading,
    making: DeliverableReading,
    found: tuple[list[SpannedFact], tuple[Span, ...]],
    topic: Span | None,
) -> Known:
    """Return what is read already: the rest of the brief is the client's copy."""
    facts, items = found
    placed = (*texts.placed, *names.placed)
    fixed = (
        *(item.span for item in placed),
        *items,
        *texts.references,
        *texts.directing,
        *making.sizes,
    )
    is_whole = topic is not None and _is_part(text, topic, (*fixed, *making.spans))
    return Known(
        fixed=(*fixed, *((topic,) if topic and not is_whole else ())),
        requests=making.spans,
        facts=tuple(item for item in facts if item[1] not in items),
        topic=topic,
        has_headline=any(item.where == "headline" for item in placed),
        is_signed=names.brand.is_given,
    )


_LONGEST_TITLE = 44
"""Characters; a longer clause keeps its topic as a text of its own."""


def _is_part(text: str, topic: Span, read: tuple[Span, ...]) -> bool:
    """Whether a topic is a part of a clause to be set whole: Winter sale ends Sunday."""
    for clause in split_clauses(text):
        written = text[slice(*clause.span)]
        if overlaps(clause.span, (topic,)):
            is_free = not overlaps(clause.span, read) and not asks(written)
            return is_free and clause.span != topic and len(written) <= _LONGEST_TITLE
    return False


def _required(
    texts: TextReading,
    names: NameReading,
    facts: list[SpannedFact],
    items: tuple[Span, ...],
) -> tuple[RequiredText, ...]:
    """Return each text once; a fact inside a longer required text is not asked for again."""
    kept = [*names.placed, *(item for item in texts.placed if item.where != "brand")]
    spans = [item.span for item in kept]
    for fact, span in facts:
        place = _PLACE_OF_FACT.get(fact.kind)
        if span in items:
            place = "body"
        if place is not None and not overlaps(span, spans):
            kept.append(PlacedText(fact.text, place, span))
            spans.append(span)
    found: dict[str, RequiredText] = {}
    for item in sorted(kept, key=lambda placed: placed.span):
        known = found.get(item.text)
        if item.text.strip() and (known is None or _leads(item, known)):
            found[item.text] = RequiredText(text=item.text, where=item.where)
    return tuple(found.values())


def _leads(item: PlacedText, known: RequiredText) -> bool:
    """Whether a name called the headline as well must be the headline."""
    return item.where == "headline" and known.where in {"brand", "any"}


def _occasion(text: str, folded: str) -> str:
    """Return the occasion; a date to save is a wedding when a couple asks it."""
    occasion = occasion_of(folded)
    if occasion == "wedding" and "save the date" in folded and not has_couple(text):
        return ""
    return occasion


_BETWEEN_JOBS = re.compile(r"\s*[/／、,，|｜·&和]\s*")


def _one_row(text: str, roles: list[Span]) -> Span | None:
    """Return several jobs the client wrote in one row as one text, as they stand."""
    between = [text[a[1] : b[0]] for a, b in pairwise(roles)]
    if not between or not all(_BETWEEN_JOBS.fullmatch(gap) for gap in between):
        return None
    return roles[0][0], roles[-1][1]


def _with_people(
    text: str,
    texts: TextReading,
    facts: list[SpannedFact],
    said: tuple[Span, ...],
    topic: Span | None,
    occasion: str,
) -> tuple[TextReading, Span | None]:
    """Add the speakers of a talk and the jobs of a recruitment poster that carry no label.

    A poster that says no more than "hiring" is about the first job.
    """
    busy = (*said, *(span for _, span in facts))
    if occasion == "recruitment":
        roles = find_roles(text, busy)
        row = _one_row(text, roles)
        if row is not None:
            roles = [row]
        elif roles and (topic is None or text[slice(*topic)].lower() in _BARE_HIRING):
            topic, roles = roles[0], roles[1:]
        more = [PlacedText(text[slice(*span)], "body", span) for span in roles]
    elif occasion in {"lecture", "exhibition", "concert"}:
        found = find_speakers(text, facts, busy)
        more = [PlacedText(text[slice(*span)], "meta", span) for span in found]
    else:
        more = []
    return replace(texts, placed=(*texts.placed, *more)), topic


def _with_rows(
    text: str, facts: list[SpannedFact], set_spans: tuple[Span, ...], *, is_menu: bool
) -> tuple[list[SpannedFact], tuple[Span, ...]]:
    """Return the facts with those of a list widened to its rows, and where the rows are."""
    rows = find_rows(text, _clear(facts, set_spans), is_menu=is_menu)
    spans = tuple(span for _, span in rows)
    return sorted((*_clear(facts, spans), *rows), key=lambda item: item[1]), spans


def _clear(facts: list[SpannedFact], spans: tuple[Span, ...]) -> list[SpannedFact]:
    return [(fact, span) for fact, span in facts if not overlaps(span, spans)]


def _facts(texts: TextReading, facts: list[SpannedFact]) -> tuple[Fact, ...]:
    """Return the facts found anywhere, and the labelled places no pattern sees."""
    found = [fact for fact, _ in facts]
    for item in texts.placed:
        if item.where == "place":
            found = [
                fact for fact in found if fact.text not in item.text or fact.kind != "place"
            ]
            found.append(Fact(kind="place", text=item.text))
    return tuple(dict.fromkeys(found))


def _styles(text: str, skip: tuple[Span, ...], refused: tuple[Span, ...]) -> tuple[str, ...]:
    found = []
    for match in find_styles(text, 6):
        spans = [s for s in match.spans if not overlaps(s, (*skip, *refused))]
        if spans and match.score >= _STYLE_FLOOR:
            found.append((min(spans), match.id))
    return tuple(name for _, name in sorted(found))


def _industry(
    text: str,
    texts: TextReading,
    made: tuple[Span, ...],
    nouns: list[SpannedNoun],
    occasion: str,
) -> str:
    """Return the trade: what the client says of it first, then what its texts say."""
    if occasion in _TRADE_OF_OCCASION:
        return _TRADE_OF_OCCASION[occasion]
    if occasion in _OF_NO_TRADE:
        made = (*made, *(item.span for item in texts.placed if item.where != "brand"))
    set_spans = [item.span for item in texts.placed if item.where != "brand"]
    details = [item.span for item in texts.placed if item.where not in {"brand", "headline"}]
    shown = industries_of_nouns(nouns)
    for hidden in ((*set_spans, *made), (*details, *made)):
        found = find_industries(_blanked(text, hidden), 3)
        floor = max(_INDUSTRY_FLOOR, found[0].score - _NEARLY_EQUAL if found else 0)
        likely = [match.id for match in found if match.score >= floor]
        if likely:
            return next((trade for trade in shown if trade in likely), likely[0])
    if occasion in _OF_NO_TRADE:
        return ""
    named = find_nouns(text, fold(text), ())
    return next(iter((*industries_of_nouns(nouns), *industries_of_nouns(named))), "")


def _blanked(text: str, spans: tuple[Span, ...]) -> str:
    characters = list(text)
    for start, end in spans:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _new(refused: tuple[str, ...], known: tuple[tuple[str, Span], ...]) -> tuple[str, ...]:
    return tuple(text for text in refused if not any(text in what for what, _ in known))
