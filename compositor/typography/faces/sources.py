"""Where each vendored face comes from: its public package, and the names it had and has."""

from dataclasses import dataclass, replace
from typing import Final

__all__ = ["FACES", "FaceSource"]


@dataclass(frozen=True, kw_only=True)
class FaceSource:
    """One face to vendor.

    Attributes:
        slug: Start of the names of its files.
        family: The name it is given, in the catalogue and in its name table.
        original: The name its authors gave it.
        style: Regular or Black.
        archive: File name of the package that holds it.
        sha256: Digest of that package.
        member: Path of the font inside the package.
        slices: Pattern of further members that hold glyphs the first one lacks, or "".
        hanzi_limit: Keep only this many of the most common hanzi, where the whole face
            would take the folder over 8 MB; 0 keeps all, and the brand hanzi too.
    """

    slug: str
    family: str
    original: str
    style: str = "Regular"
    archive: str
    sha256: str
    member: str
    slices: str = ""
    hanzi_limit: int = 0


def _fontsource(
    slug: str, family: str, version: str, sha256: str, weight: int = 400
) -> FaceSource:
    files = f"package/files/{slug}"
    return FaceSource(
        slug=slug,
        family=family,
        original=family,
        style={400: "Regular", 900: "Black"}[weight],
        archive=f"fontsource-{slug}-{version}.tgz",
        sha256=sha256,
        member=f"{files}-chinese-simplified-{weight}-normal.woff2",
        slices=rf"{files}-\d+-{weight}-normal\.woff2",
    )


FACES: Final = (
    _fontsource(
        "zcool-xiaowei",
        "ZCOOL XiaoWei",
        "5.3.0",
        "da63bdd0b1fe09ca18433ced3033c0ecbcffcfdca09c021206e8076822d28720",
    ),
    _fontsource(
        "zcool-kuaile",
        "ZCOOL KuaiLe",
        "5.3.0",
        "1e708b9f87a9e933e11c9137b4aa891c3e3105beee047ddfe75d23466c887dc1",
    ),
    _fontsource(
        "zcool-qingke-huangyou",
        "ZCOOL QingKe HuangYou",
        "5.3.0",
        "fde964d5d311f415ff8ea42bb583b4a68ca4193202b900d7e5314c941f5d95b8",
    ),
    _fontsource(
        "ma-shan-zheng",
        "Ma Shan Zheng",
        "5.3.1",
        "f441a8e137c210da78e8a287616227b11771ff8bbc4a6e506a0f5f84790ca272",
    ),
    replace(
        _fontsource(
            "long-cang",
            "Long Cang",
            "5.3.0",
            "f37d7fc6e0ed15718e03fe9edd5f8b0117d6d011d23c15bf2d35b7b00f9c4e26",
        ),
        hanzi_limit=2000,
    ),
    _fontsource(
        "noto-serif-sc",
        "Noto Serif SC",
        "5.3.0",
        "e46d02fdaba2e816c8cdbc38188c80830b5f6af75fff207d0204e25d23d48fd4",
        weight=900,
    ),
    FaceSource(
        slug="danqing-xiehei",
        family="Danqing XieHei",
        original="Smiley Sans",
        archive="fonts-smiley-sans_1.1.1-1_all.deb",
        sha256="ee62aac9a4b1dc3a5b414946fbcba5480dc557fe8ac0368342bcb9403e0f5156",
        member="./usr/share/fonts/truetype/smiley-sans/SmileySans-Oblique.ttf",
    ),
    FaceSource(
        slug="danqing-wenkai",
        family="Danqing WenKai",
        original="LXGW WenKai",
        archive="fonts-lxgw-wenkai_1.250+repack-1_all.deb",
        sha256="6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
        member="./usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
    ),
)
