"""Pages on forms: prices and figures, paths and fills, columns, the world's scripts."""

from __future__ import annotations

from compositor.color import Color
from compositor.document import FontChoice, ImagePaint, LinearGradient, Page, TextLayer, TextRun
from compositor.document.paint import Paint, Stop
from compositor.document.text import TextPath
from compositor.geometry import Affine, Box, Path, Point
from compositor.geometry.shapes import rounded_rectangle
from compositor.layout.price_list import list_runs
from compositor.typography.circle_text import on_arc, on_circle
from compositor.typography.features import figure_features, with_fractions, with_small_capitals
from compositor.typography.fonts import FontSet
from compositor.typography.outline import knocked_out
from compositor.typography.price import price_runs
from ui.typebook.sheet import (
    ACCENT,
    INK,
    KAI,
    MARGIN,
    QUIET,
    SANS,
    SERIF,
    Sheet,
    filled_page,
    inked,
)

__all__ = ["column_page", "figure_page", "path_page", "script_page"]

_HEAVY = FontChoice(families=("Archivo", "Noto Sans SC"), weight=800)
_TEXT_SERIF = FontChoice(families=SERIF, weight=500)


def figure_page(fonts: FontSet) -> Page:
    """Return the page on prices and figures."""
    return filled_page(
        7, "价格与数字", "Prices and figures", lambda sheet: _figure(sheet, fonts)
    )


def _figure(sheet: Sheet, fonts: FontSet) -> None:
    box = sheet.row(
        "价格",
        "A price",
        "币号、小数取整数的一半，与数字顶齐；标签与单位 .34。",
        150,
    )
    sheet.text(
        price_runs("到手价￥99.90起", font=_HEAVY, size=124, paint=ACCENT, fonts=fonts),
        Box(box.x, box.y, 640, 110),
    )
    sheet.text(
        price_runs("原价￥199.00", font=_HEAVY, size=80, paint=QUIET, fonts=fonts, style="old"),
        Box(box.x, box.y + 116, 420, 60),
    )
    box = sheet.row(
        "外币",
        "Other currencies",
        "Before the amount or after it; thousands hold together.",
        96,
    )
    for k, words in enumerate(("$1,299.95", "€24.50", "49,90 €")):
        runs = price_runs(words, font=_HEAVY, size=62, paint=INK, fonts=fonts)
        sheet.text(runs, Box(box.x + (0, 290, 480)[k], box.y, 330, 90), language="en")
    box = sheet.row(
        "折扣与区间",
        "Offers and ranges",
        "折、% 取一半；满减之数同重，不分大小；原价划去。",
        100,
    )
    offers = ("7.5折起", "Up to 50% off", "满300减50")
    for k, words in enumerate(offers):
        runs = price_runs(words, font=_HEAVY, size=44, paint=INK, fonts=fonts)
        sheet.text(runs, Box(box.x + (0, 170, 380)[k], box.y, 330, 80))
    box = sheet.row(
        "等宽数字",
        "Tabular figures",
        "价目名在左、价在右，各位对齐：tnum + lnum，只在字体真有时启用。",
        180,
    )
    face = fonts.faces_for(FontChoice(families=("Montserrat",)), 28)[0]
    menu = "明前龙井￥1,118.00\n白毫银针￥871.10\n凤凰单丛￥94.70"
    for k, name in enumerate(("等宽 tabular", "比例 proportional")):
        base = TextRun(
            text=menu,
            font=FontChoice(families=("Montserrat", "Noto Sans SC")),
            size=28,
            paint=QUIET if k else INK,
        )
        runs = list_runs(menu, base, fonts)
        if k:
            loose = figure_features(face, "proportional")
            runs = tuple(run.model_copy(update={"features": loose}) for run in runs)
        at = Box(box.x + 330 * k, box.y, 290, 190)
        sheet.text(runs, at, 28, leading=1.75)
        sheet.text(
            name,
            Box(at.x, at.y + 158, 290, 24),
            15,
            paint=QUIET,
        )
    box = sheet.row(
        "老式数字",
        "Old-style figures",
        "onum in serif prose; lining beside capitals.",
        80,
    )
    serif = fonts.faces_for(_TEXT_SERIF, 34)[0]
    for k, style in enumerate(("old-style", "lining")):
        sheet.text(
            "Since 1946, 35 gardens and 279 teas",
            Box(box.x, box.y + 48 * k, box.width, 46),
            34,
            families=SERIF,
            features=figure_features(serif, "old-style" if style == "old-style" else "lining"),
            paint=INK if style == "old-style" else QUIET,
            language="en",
            tracking=0.0,
        )
    box = sheet.row(
        "真小型大写",
        "Real small capitals",
        "smcp, c2sc: never shrunk capitals.",
        70,
    )
    plain = TextRun(
        text="Danqing Tea House, Est. 2026",
        font=_TEXT_SERIF,
        size=38,
        paint=INK,
        tracking=0.04,
    )
    small = with_small_capitals(plain, fonts)
    sheet.text((small,), Box(box.x, box.y + 6, box.width, 60), language="en")
    box = sheet.row(
        "分数",
        "Fractions",
        "frac on n/n only; dates and paths with two solidi stay.",
        70,
    )
    mixed = plain.model_copy(
        update={"text": "1/2 spoon, 3/4 cup, on 12/05/2026", "tracking": 0}
    )
    sheet.text(
        with_fractions(mixed, fonts), Box(box.x, box.y + 6, box.width, 60), language="en"
    )


def path_page(fonts: FontSet, picture: str) -> Page:
    """Return the page on paths and fills; `picture` is the hash of a 720 × 480 asset."""
    return filled_page(
        8, "路径与填充", "Paths and fills", lambda sheet: _path(sheet, fonts, picture)
    )


def _path(sheet: Sheet, fonts: FontSet, picture: str) -> None:
    box = sheet.row(
        "圆",
        "On a circle",
        "字立于切线，上下皆正；跨越接缝不断。",
        330,
    )
    center = Point(box.x + 170, box.y + 170)
    badge = Box(center.x - 165, center.y - 165, 330, 330)

    def bent(words: str, path: TextPath, size: float, **rules: object) -> None:
        sheet.text(words, badge, size, path=path, align="center", **rules)  # type: ignore[arg-type]  # fields of the layer

    bent(
        "FRESH MOUNTAIN TEA",
        on_circle(center, 134),
        30,
        weight=700,
        tracking=0.1,
        language="en",
    )
    bent(
        "福建 · 福鼎 · 太姥山", on_circle(center, 160, "bottom"), 28, weight=500, tracking=0.16
    )
    sheet.text(
        "白毫",
        Box(center.x - 90, center.y - 90, 180, 180),
        88,
        families=KAI,
        align="center",
        valign="middle",
        paint=ACCENT,
        tracking=0.0,
    )
    arch = Point(box.x + 510, box.y + 310)
    bent("月出东山之上", on_arc(arch, 230, sweep_deg=80), 44, families=KAI, tracking=0.08)
    bent("A SMILE BELOW", on_arc(Point(arch.x, box.y + 40), 230, sweep_deg=80, up=False), 24,
         weight=600, tracking=0.12, language="en")  # fmt: skip
    box = sheet.row(
        "曲线",
        "On any outline",
        "一行字沿任意轮廓，起点以全长之比记。",
        120,
    )
    wave = Path.from_svg(
        f"M{box.x} {box.y + 90}C{box.x + 160} {box.y - 40} {box.x + 240} {box.y + 190} "
        f"{box.x + 400} {box.y + 70}C{box.x + 500} {box.y} {box.x + 580} {box.y + 20} "
        f"{box.right} {box.y + 80}"
    )
    sheet.text(
        "水流心不竞，云在意俱迟 Water does not hurry",
        box,
        30,
        families=SERIF,
        path=TextPath(outline=wave, start=0.5),
        align="center",
        weight=500,
    )
    box = sheet.row("渐变", "Gradient fill", "活字仍可选、可搜、可改。", 118)
    gradient: Paint = LinearGradient(
        x1=box.x,
        y1=box.y,
        x2=box.x + 560,
        y2=box.y + 100,
        stops=(
            Stop(offset=0, color=Color.from_hex("#B8341B")),
            Stop(offset=0.55, color=Color.from_hex("#D98B2B")),
            Stop(offset=1, color=Color.from_hex("#2E6E62")),
        ),
    )
    sheet.text("落霞Afterglow", box, 92, weight=900, paint=gradient)
    box = sheet.row("图片填充", "Picture fill", "图随字走，字形为窗。", 136)
    fill = ImagePaint(
        asset=picture, transform=Affine(0.92, 0, 0, 0.92, box.x, box.y - 150), tile="mirror"
    )
    sheet.text(
        "SUNRISE日出", box, 118, families=("Anton", "Noto Sans SC"), weight=900, paint=fill
    )
    box = sheet.row("镂空", "Knocked out", "面板挖去字形，活字隐于其上。", 150)
    panel = Box(box.x, box.y, box.width, 160)
    sheet.bar(
        panel, ImagePaint(asset=picture, transform=Affine(0.92, 0, 0, 0.92, box.x, box.y - 140))
    )
    words = TextLayer(
        id="words",
        box=panel.inset(10),
        runs=(
            TextRun(
                text="山月MOON",
                font=FontChoice(families=SANS, weight=900),
                size=116,
                paint=INK,
                tracking=0.02,
            ),
        ),
        align="center",
        valign="middle",
    )
    cut, unseen = knocked_out(rounded_rectangle(panel, 0.01), words, fonts)
    sheet.shape(cut, inked("#16302F"))
    sheet.layer(unseen)


def column_page() -> Page:
    """Return the page on vertical text."""
    return filled_page(10, "竖排", "Vertical text", _column)


def _column(sheet: Sheet) -> None:
    columns = (
        ("春水煎茶，松花酿酒，\n与你共赴一场清欢。", 60, KAI, 0.12, 1.55, True),
        ("“你好——世界……”《红楼梦》（上）", 34, SERIF, 0.04, 1.8, False),
        ("5月12日下午2:30开始，满300减50%起", 34, SANS, 0.04, 1.8, False),
        ("2026年VIP会员Design Week，5G与A4", 34, SANS, 0.04, 1.8, False),
        ("一杯茶·一座山、一片云；真的吗？好！", 34, KAI, 0.04, 1.8, False),
    )
    notes = (
        "题：句读后换列，末列不孤",
        "引号、书名号转竖式，破折号省略号成一线",
        "两三位数字并置一格，2:30 横转",
        "年份与大写逐字正立，词横转九十度",
        "顿逗句居右上，中点居中",
    )
    x = 1008.0
    for (words, size, families, tracking, leading, balance), note in zip(
        columns, notes, strict=True
    ):
        width = 190.0 if balance else 60.0
        x -= width
        sheet.text(
            words,
            Box(x, 262, width, 860),
            size,
            families=families,
            tracking=tracking,
            leading=leading,
            writing="vertical-rl",
            balance=False,
        )
        sheet.text(
            note,
            Box(x + (width - 60 if balance else 0), 1160, 60, 220),
            15,
            paint=ACCENT,
            writing="vertical-rl",
            leading=1.5,
        )
        x -= 118
    sheet.bar(Box(MARGIN, 1136, 936, 1), inked("#BDB7A9"))
    sheet.bar(Box(MARGIN, 232, 936, 1), inked("#BDB7A9"))


def script_page() -> Page:
    """Return the page on the world's scripts."""
    return filled_page(11, "世界文字", "The world’s scripts", _script)


def _script(sheet: Sheet) -> None:
    rows = (
        (
            "阿拉伯文",
            "Arabic",
            "自右向左，连写成形，字距不拆。UAX 9",
            "شاي الجبل الطازج، من المزرعة إلى فنجانك",
            "ar",
        ),
        (
            "双向混排",
            "Both directions",
            "数字、西文在阿拉伯文中仍自左向右；括号随向翻转。",
            "افتتاح متجر Danqing في 12 مايو 2026 (شنغهاي)",
            "ar",
        ),
        (
            "希伯来文",
            "Hebrew",
            "无人指定字体时由 Heebo 承担。",
            "תה הרים טרי, ישר מהגן אל הספל שלכם!",
            "he",
        ),
        (
            "天城文",
            "Devanagari",
            "元音符前置、辅音合体由 HarfBuzz 成形。",
            "पहाड़ों की ताज़ी चाय, सीधे बागान से आपकी प्याली तक",
            "hi",
        ),
        (
            "泰文",
            "Thai",
            "词间无空格，按 budoux 断词；声调叠置。",
            "ชาสดจากภูเขา ส่งตรงจากไร่ถึงถ้วยของคุณ",
            "th",
        ),
    )
    for chinese, english, numbers, words, language in rows:
        box = sheet.row(chinese, english, numbers, 132)
        sheet.text(
            words,
            box,
            42,
            weight=500,
            language=language,
            align="right" if language in ("ar", "he") else "left",
            leading=1.5,
            tracking=0.0,
            balance=True,
        )
    box = sheet.row(
        "缺字有言",
        "A clear message",
        "没有字体覆盖的文字不画方框，而是说明缺什么、怎么补。",
        110,
    )
    sheet.text(
        "no font of the set covers Tamil: U+0BB5; add one as a folder or package "
        "(such as: pip install fontpkg-noto-sans-tamil), or change the text",
        box,
        20,
        families=("JetBrains Mono",),
        language="en",
        paint=QUIET,
        leading=1.5,
    )
