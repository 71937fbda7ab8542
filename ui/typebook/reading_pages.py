"""Pages on reading: breaking lines, titles, marks, sizes."""

from __future__ import annotations

from compositor.document import Page
from compositor.geometry import Box
from compositor.typography.texture import seen_weight, spacing_at
from ui.typebook.sheet import (
    ACCENT,
    INK,
    KAI,
    PAPER,
    QUIET,
    SANS,
    SERIF,
    Sheet,
    filled_page,
    inked,
)

__all__ = ["break_page", "marks_page", "size_page", "title_page"]


def _columns(box: Box, count: int, gap: float = 28) -> list[Box]:
    width = (box.width - gap * (count - 1)) / count
    return [Box(box.x + (width + gap) * k, box.y, width, box.height) for k in range(count)]


def _signed(value: float) -> str:
    """Return a number of em with its sign; a nought is positive."""
    return f"{round(value, 3) + 0.0:+.3f}"


def break_page() -> Page:
    """Return the page on line breaks."""
    return filled_page(1, "断行", "Where lines break", _break)


def _break(sheet: Sheet) -> None:
    box = sheet.row(
        "避头尾",
        "Kinsoku",
        "，。》）… 不在行首，《（￥不在行尾。先挤压，后断行。CLREQ 3.1",
        172,
    )
    left, right = _columns(box, 2)
    sheet.text(
        "那年春天，她在《茶经》里读到“啜苦咽甘”（先苦后甜），便动身去了福鼎。",
        left,
        27,
        leading=1.6,
    )
    sheet.text(
        "“山不在高，有仙则名；水不在深，有龙则灵。”他念到这里——停住了……",
        right,
        27,
        families=SERIF,
        leading=1.6,
    )
    box = sheet.row(
        "三级避头尾",
        "Basic, GB, strict",
        "基本：破折号、省略号可居行首，斜线可居行尾。GB：斜线不居行尾。严格：皆不可。",
        184,
    )
    levels = (("basic", "Basic"), ("gb", "GB"), ("strict", "Strict"))
    for (level, name), column in zip(levels, _columns(box, 3), strict=True):
        sheet.text(name, Box(column.x, column.y, 120, 22), 16, weight=600, paint=ACCENT)
        sheet.text(
            "他低下头去不看——只听见雨/竹声轻轻作响",
            Box(column.x, column.y + 30, 7.2 * 26, 170),
            26,
            kinsoku=level,
            leading=1.45,
        )
    box = sheet.row(
        "不可分",
        "Units that stay whole",
        "数字与单位、币值、日期、章回、人名、—— 与 …… 在一行之内。",
        216,
    )
    left, right = _columns(box, 2)
    sheet.text(
        "开幕时间为2026年5月12日，票价￥1,299.00，凭第十二章夹页可享85%优惠，全程3.5 km。",
        left,
        26,
        leading=1.6,
    )
    sheet.text(
        "Doors open at 10:00–18:00 on 12 May; entry is $19.90, see No. 5 for the 3.5 km walk.",
        right,
        26,
        language="en",
        leading=1.42,
    )
    box = sheet.row(
        "先挤进，后推出",
        "In before out",
        "行末差半字以内时，前面的点号、括号各让至多 1/4 em，把不可居行首的点号挤进来。",
        176,
    )
    left, right = _columns(box, 2)
    words = "春天，夏天，秋天与冬天；山里、水边（或在城中），都有人慢慢喝茶。"
    for column, width, note in ((left, 7.3, "挤进 In"), (right, 7.0, "推出 Out")):
        sheet.text(
            note,
            Box(column.x, column.y, 160, 22),
            16,
            weight=600,
            paint=ACCENT if column is left else QUIET,
        )
        at = Box(column.x, column.y + 30, width * 24, 170)
        sheet.bar(Box(at.right, at.y, 1, 140), ACCENT if column is left else QUIET)
        sheet.text(words, at, 24, leading=1.45, tracking=0.0)
    box = sheet.row(
        "末行不孤",
        "No orphans",
        "末行至少两个汉字，或一个以上的词；宁可前移一字。CLREQ 3.3.1",
        110,
    )
    left, right = _columns(box, 2)
    sheet.text("把山里的第一缕春天装进杯子里吧", Box(left.x, left.y, 14.2 * 24, 120), 24)
    sheet.text(
        "The first spring of the mountains, poured into one small cup of tea",
        Box(right.x, right.y, 330, 120),
        24,
        language="en",
        leading=1.4,
    )


def title_page() -> Page:
    """Return the page on titles broken by sense."""
    return filled_page(3, "标题", "Titles broken by sense", _title)


def _title(sheet: Sheet) -> None:
    rows = (
        (
            "句读先于均衡",
            "A pause comes first",
            "两行的标题在 ，；、后断，即使两行长短不一。",
            "若有若无，恰是最近的距离",
            52,
            SERIF,
            7.4,
            130,
        ),
        (
            "不拆词",
            "Words stay whole",
            "jieba 词典与 budoux 短语共同决定断点。",
            "把整个夏天装进一瓶冰爽气泡茶",
            52,
            SANS,
            9.4,
            130,
        ),
        (
            "不拆人名",
            "Names stay whole",
            "王小明 不断作 王小／明；间隔号两边亦不分。",
            "张艺谋与加西亚·马尔克斯西湖夜话",
            46,
            KAI,
            14.0,
            130,
        ),
        (
            "行长相近",
            "Lines alike",
            "没有句读时，行长差不过两字；尽量不以 的、与、和 结尾。",
            "设计不仅仅是外观和感觉更是生活的方式",
            50,
            SANS,
            12.0,
            130,
        ),
    )
    for chinese, english, numbers, words, size, families, ems, height in rows:
        box = sheet.row(chinese, english, numbers, height)
        sheet.text(
            words,
            Box(box.x, box.y, min(box.width, ems * size), height + 20),
            size,
            families=families,
            weight=700,
            balance=True,
            hanging=True,
            manner="song" if families is KAI else "hei",
            leading=1.24,
        )
    box = sheet.row(
        "英文标题",
        "Latin titles",
        "No last line of one word; short words lean on what follows.",
        130,
    )
    sheet.text(
        "Fresh from the farm, straight to your kitchen table",
        box,
        50,
        families=SERIF,
        weight=600,
        balance=True,
        hanging=True,
        language="en",
    )
    box = sheet.row(
        "副题",
        "Short subheads",
        "不设均衡的两三行短文同样在句读后断行。",
        90,
    )
    sheet.text(
        "春水煎茶，松花酿酒，与你共赴一场清欢",
        Box(box.x, box.y, 400, 90),
        32,
        families=KAI,
        tracking=0.06,
        leading=1.4,
    )


def marks_page() -> Page:
    """Return the page on marks, and on Chinese beside Latin."""
    return filled_page(4, "标点与混排", "Marks, and two scripts", _marks)


def _marks(sheet: Sheet) -> None:
    box = sheet.row(
        "标点挤压",
        "Adjacent marks",
        "相邻两个全角标点共占一个半字；行首开括号、行末点号各占半字。GB/T 15834",
        110,
    )
    sheet.text("《诗经》（毛诗）、《楚辞》：“风”“骚”。", box, 36, families=SERIF, tracking=0.0)
    sheet.text(
        "（先生说：）“好。”《茶》，《酒》！",
        Box(box.x, box.y + 62, box.width, 60),
        36,
        tracking=0.0,
    )
    box = sheet.row(
        "标题标点",
        "Marks at display size",
        "40 px 以上标点取半宽，行以墨迹对齐；中点占半字。",
        120,
    )
    sheet.text("山·水，人间？好！", box, 88, weight=800)
    box = sheet.row(
        "悬挂标点",
        "Hanging marks",
        "引号、点号出界九成；T V W Y A 出界 .02–.045 em，圆者 .015 em。",
        250,
    )
    left, right = _columns(box, 2, 40)
    for column in (left, right):
        sheet.bar(Box(column.x, column.y, 1, 240), ACCENT)
    sheet.text("“春在山里，\n醒来。”", left, 58, weight=800, hanging=True, leading=1.3)
    sheet.text(
        "“Tea, Warm\nYoung leaves\nOver Water.”",
        right,
        58,
        families=SERIF,
        weight=600,
        hanging=True,
        language="en",
        leading=1.08,
    )
    box = sheet.row(
        "汉字与西文",
        "Chinese beside Latin",
        "正文空 1/4 em，标题 1/8；手打的空格即是此空，不另加；全角标点旁不空。CLREQ 3.2.2",
        190,
    )
    sheet.text("用AI画A4海报，约3.5小时，共￥99。", box, 36)
    sheet.text(
        "用 AI 画 A4 海报，约 3.5 小时，共 ￥99。", Box(box.x, box.y + 62, box.width, 60), 36
    )
    sheet.text(
        "用AI画A4海报",
        Box(box.x, box.y + 130, box.width, 80),
        54,
        weight=700,
    )
    box = sheet.row(
        "字大相配",
        "Matched size",
        "西文放大 1.02–1.12，使大写至汉字五分之四高；下移不过 .03 em。上：不配；下：相配。",
        200,
    )
    for k, matched in enumerate((False, True)):
        paint = INK if matched else QUIET
        at = Box(box.x, box.y + 100 * k, box.width, 80)
        sheet.text("国Harvest丰收Tea", at, 62, families=SERIF, paint=paint, match_latin=matched)


def size_page() -> Page:
    """Return the page on leading, tracking and weight by size."""
    return filled_page(6, "大小与松紧", "Size, spacing, weight", _size)


def _size(sheet: Sheet) -> None:
    box = sheet.row(
        "字距随字号",
        "Tracking by size",
        "小字放开，大字收紧；按字号的对数插值。",
        350,
    )
    y = box.y + 8
    for size in (84, 60, 40, 24, 14):
        latin, chinese = spacing_at(size, "latin"), spacing_at(size, "hei")
        for words, x, language in (("Harvest", 0, "en"), ("丰收", 330, "zh-Hans")):
            sheet.text(
                words,
                Box(box.x + x, y - size, 420, 1.75 * size),
                size,
                language=language,
                weight=600,
                valign="bottom",
            )
        sheet.text(
            f"{size} px\n{_signed(latin.tracking)}  {_signed(chinese.tracking)} em",
            Box(box.right - 130, y - size, 130, max(40.0, 1.75 * size)),
            13,
            paint=QUIET,
            align="right",
            valign="bottom",
            features=("tnum",),
            language="en",
            leading=1.3,
        )
        y += size * 0.72 + 44
    box = sheet.row(
        "行距随字体",
        "Leading by class",
        "黑体标题 1.05–1.2，宋、楷标题 1.2–1.4，西文标题 .86–1.13，正文 1.6–1.9。",
        190,
    )
    left, middle, right = _columns(box, 3, 24)
    sheet.text("雪落\n无声", left, 84, weight=900, manner="hei")
    sheet.text("雪落\n无声", middle, 76, families=KAI, manner="song")
    sheet.text("Quiet\nsnowfall", right, 46, weight=800, language="en")
    box = sheet.row(
        "反白",
        "Reversed out",
        "深底浅字显粗：大字减一级字重，14 px 以下加一级；行距 +.02，字距 +.01 em。",
        170,
    )
    left, right = _columns(box, 2, 0)
    sheet.bar(Box(left.x, left.y - 8, left.width, 196), PAPER)
    sheet.bar(Box(right.x, right.y - 8, right.width, 196), inked("#14181D"))
    for column, dark in ((left, False), (right, True)):
        inset = Box(column.x + 28, column.y + 18, column.width - 56, 150)
        weight = seen_weight(700, 64, reversed_out=dark)
        paint = PAPER if dark else INK
        sheet.text("春山如笑", inset, 64, weight=weight, paint=paint)
        small = spacing_at(13, "hei", reversed_out=dark)
        thin = seen_weight(400, 13, reversed_out=dark)
        sheet.text(
            f"细看十三像素的小字，也不糊不瘦。Weight {weight} / {thin}",
            Box(inset.x, inset.y + 96, inset.width, 60),
            13,
            weight=thin,
            paint=paint,
            tracking=small.tracking,
            leading=small.leading,
        )
    box = sheet.row(
        "小字加重",
        "Small sizes gain weight",
        "13 px 以下加 50；可变字体另取小字光学尺寸。",
        120,
    )
    for k, size in enumerate((20, 15, 12, 10)):
        sheet.text(
            f"{size} px 净含量三百毫升，阴凉干燥处保存。Keep in a cool, dry place.",
            Box(box.x, box.y + 34 * k, box.width, 30),
            size,
            weight=seen_weight(400, size),
        )
