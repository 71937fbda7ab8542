"""Pages on details: hyphens by language, marks by family, edges, outlines, rich text."""

from __future__ import annotations

from typing import Final

from compositor.document import FontChoice, Page, SolidPaint, Stroke, TextRun
from compositor.geometry import Box
from compositor.typography.fonts import FontSet
from ui.typebook.sheet import (
    ACCENT,
    GROUND,
    INK,
    KAI,
    QUIET,
    SANS,
    SERIF,
    Sheet,
    filled_page,
    inked,
)

__all__ = ["edge_page", "family_page", "hyphen_page"]

_BLUE: Final = inked("#1F5673")


def hyphen_page() -> Page:
    """Return the page on hyphenation."""
    return filled_page(2, "断词", "Hyphenation", _hyphen)


def _hyphen(sheet: Sheet) -> None:
    box = sheet.row(
        "不断与断",
        "Without, and with",
        "仅用于正文；前后各留三个字母，连续两行不断词，能填满八成的行不断。Liang 1983",
        250,
    )
    english = (
        "In narrow columns, conscientious typographers hyphenate systematically: "
        "experienced readers scarcely notice interruptions, whereas rivers of white "
        "throughout an otherwise comfortable paragraph remain unmistakable."
    )
    for k, hyphenate in enumerate((False, True)):
        x = box.x + 346 * k
        sheet.text(
            ("Without", "With")[k],
            Box(x, box.y, 120, 22),
            16,
            weight=600,
            paint=(QUIET, ACCENT)[k],
            language="en",
        )
        sheet.text(
            english,
            Box(x, box.y + 32, 300, 230),
            20,
            families=SERIF,
            align="justify",
            language="en-US",
            hyphenate=hyphenate,
            leading=1.36,
        )
    rows = (
        ("德文", "German", "de", "名词大写，照样可断。",
         ("Frühstücksgeschirr aus handgedrehtem Steinzeug, spülmaschinengeeignet, in "
          "kleinen Auflagen gebrannt und einzeln nummeriert.")),
        ("法文", "French", "fr", "重音字母随音节断开。",
         ("Les céramiques particulièrement résistantes, tournées artisanalement et "
         "naturellement émaillées, accompagnent les déjeuners interminables.")),
        ("西班牙文", "Spanish", "es", "各语言用各自的规则；没有规则的语言不断词。",
         ("Cerámica extraordinariamente resistente, torneada artesanalmente y esmaltada "
          "con minerales de nuestras montañas.")),
        ("意大利文", "Italian", "it", "左对齐的正文也只在行太短时才断。",
         ("Ceramica straordinariamente resistente, tornita artigianalmente e smaltata con "
          "minerali delle nostre montagne.")),
    )  # fmt: skip
    for chinese, english_name, language, note, words in rows:
        box = sheet.row(chinese, english_name, note, 128)
        for k, align in enumerate(("justify", "left")):
            sheet.text(
                words,
                Box(box.x + 346 * k, box.y, 300, 140),
                20,
                families=SERIF,
                align=align,
                language=language,
                hyphenate=True,
                leading=1.36,
            )
    box = sheet.row(
        "中文里的西文",
        "Words in Chinese text",
        "中文段落里的西文词也只在音节处断。CLREQ 3.2.4",
        150,
    )
    for k, hyphenate in enumerate((False, True)):
        sheet.text(
            "好的排版讲究看得见的typography与composition，还有看不见的craftsmanship。",
            Box(box.x + 346 * k, box.y, 11.4 * 24, 160),
            24,
            hyphenate=hyphenate,
            leading=1.6,
        )


def family_page(fonts: FontSet) -> Page:
    """Return the page on the marks of every Chinese family."""
    return filled_page(
        5, "各家的标点", "Marks of every family", lambda sheet: _family(sheet, fonts)
    )


_ACROSS: Final = "他说：“山、水，人间；好！”（真？）《茶》——世界……。"
_DOWN: Final = "说：“山、水，好！”（真？）——…「茶」。"


def _family(sheet: Sheet, fonts: FontSet) -> None:
    box = sheet.row(
        "横排",
        "Across",
        "点号居左下，省略号居中，破折号相连占两字，括号紧靠所括之字；"
        "字体画得不对的，移到该在的位置，或改用别家的字。GB/T 15834，CLREQ 3.1.2",
        520,
    )
    families = fonts.families("hans")
    for k, family in enumerate(families):
        y = box.y + 58 * k
        sheet.text(_ACROSS, Box(box.x, y, box.width, 44), 25, families=(family,), tracking=0.0)
        sheet.text(
            family,
            Box(box.x, y + 33, 300, 20),
            11,
            paint=QUIET,
            language="en",
        )
    box = sheet.row(
        "竖排",
        "Down",
        "点号居右上，冒号、分号、问号、叹号偏右占一字；“”作『』；破折号、省略号、括号随行转向。"
        "GB/T 15834 5.2",
        520,
    )
    for k, family in enumerate(families):
        sheet.text(
            _DOWN,
            Box(box.x + 73 * k, box.y, 50, 520),
            25,
            families=(family,),
            writing="vertical-rl",
            tracking=0.0,
        )


def edge_page() -> Page:
    """Return the page on ink edges, outlines and rich text."""
    return filled_page(9, "边缘、描边、多字体", "Edges, outlines, rich text", _edge)


def _edge(sheet: Sheet) -> None:
    box = sheet.row(
        "墨迹对齐",
        "Ink edges",
        "40 px 起，行以墨迹起止：大字与小字的左缘在一条线上，减去字身左白。",
        220,
    )
    for k, (large, small, families, language) in enumerate(
        (
            ("Dawn", "From first light", SERIF, "en"),
            ("国风", "自清晨至日落", SANS, "zh-Hans"),
        )
    ):
        x = box.x + 346 * k
        sheet.bar(Box(x, box.y - 6, 1, 216), ACCENT)
        sheet.text(
            large,
            Box(x, box.y, 330, 150),
            116,
            families=families,
            weight=800,
            language=language,
            tracking=0.0,
        )
        sheet.text(
            small, Box(x, box.y + 150, 330, 60), 44, families=families, language=language
        )
    box = sheet.row(
        "描边",
        "Outlined text",
        "笔画外描，字仍是活字；描边在填色之下，不吃掉笔画。",
        220,
    )
    edge = Stroke(paint=ACCENT, width=5, join="round")
    hollow = Stroke(paint=INK, width=2.5, join="round")
    clear = SolidPaint(color=INK.color.with_opacity(0))
    for k, (words, x, paint, stroke, language) in enumerate(
        (
            ("山海", 0, GROUND, edge, "zh-Hans"),
            ("LOUD", 346, GROUND, edge, "en"),
            ("云起", 0, clear, hollow, "zh-Hans"),
            ("Airy", 346, clear, hollow, "en"),
        )
    ):
        run = TextRun(
            text=words,
            font=FontChoice(families=("Archivo", "Noto Sans SC"), weight=900),
            size=96,
            paint=paint,
            stroke=stroke,
            tracking=0.03,
        )
        at = Box(box.x + x, box.y + (0 if k < 2 else 118), 340, 110)
        sheet.text((run,), at, language=language)
    box = sheet.row(
        "连字",
        "Ligatures",
        "fi、fl 密排时相连；字距放开时不连。连写的文字字距不拆。",
        110,
    )
    for k, tracking in enumerate((0.0, 0.14)):
        sheet.text(
            "office flow fjord",
            Box(box.x, box.y + 56 * k, 600, 56),
            40,
            families=SERIF,
            weight=500,
            tracking=tracking,
            paint=(INK, QUIET)[k],
            language="en",
        )
    box = sheet.row(
        "一段多种字",
        "Rich text",
        "一段里换字体、字重、大小、颜色、下划线，断行与空白仍按一段算。",
        200,
    )
    sheet.text(
        (
            _part("用", 26),
            _part("一片叶子", 40, families=KAI, paint=ACCENT),
            _part("，做三件事：", 26),
            _part("采", 26, weight=800),
            _part("、", 26),
            _part("揉", 26, weight=800),
            _part("、", 26),
            _part("焙", 26, weight=800),
            _part("。余下的交给水，和一点", 26),
            _part("耐心", 26, decoration="underline"),
            _part("。Nothing else.", 26, paint=QUIET),
        ),
        Box(box.x, box.y, 300, 220),
        leading=1.4,
    )
    sheet.text(
        (
            _part("We do ", 24),
            _part("one thing", 36, families=SERIF, paint=ACCENT, italic=True),
            _part(" with a leaf, then ", 24),
            _part("two more", 24, weight=800),
            _part(": pick, roll, ", 24),
            _part("roast", 24, decoration="underline"),
            _part(". The rest is ", 24),
            _part("H", 24, paint=_BLUE),
            _part("2", 15, paint=_BLUE, baseline_shift=-0.28),
            _part("O", 24, paint=_BLUE),
            _part(" and time.", 24),
        ),
        Box(box.x + 346, box.y, 310, 220),
        leading=1.32,
        language="en",
    )


def _part(
    words: str,
    size: float,
    *,
    families: tuple[str, ...] = SANS,
    weight: int = 400,
    italic: bool = False,
    **more: object,
) -> TextRun:
    """Return a run of one paragraph."""
    font = FontChoice(families=families, weight=weight, italic=italic)
    values = {"text": words, "font": font, "size": size, "paint": INK, **more}
    return TextRun.model_validate(values)
