"""What a document says of itself: who wrote it, under what terms, how it stands."""

from __future__ import annotations

from builder.frozen import dataclass
from builder.model.figure import Moment
from builder.model.text import Text
from builder.problems import Place


@dataclass(frozen=True)
class Author:
    """Who wrote it; `orcid` is four groups of four characters, `email` an address, or nothing."""

    name: str
    affiliation: str = ""
    orcid: str = ""
    email: str = ""


@dataclass(frozen=True)
class Revision:
    """What an edition changed, and when it was made."""

    date: Moment
    says: Text
    place: Place = Place("")


@dataclass(frozen=True)
class About:
    """`draft` documents say so on every page and slide; so does an `embargo`, in its own words.

    `licence` names the terms of use and `licence_address` leads to them, `cite` says how to cite
    the document where the author does not leave that to us. `standard` is the part of PDF/UA that
    the paper keeps to, `ua-1` or `ua-2`. `imprint` asks for the imprint even
    where nothing else of it is stated.
    """

    authors: tuple[Author, ...] = ()
    keywords: tuple[str, ...] = ()
    draft: bool = False
    embargo: str = ""
    imprint: bool = False
    licence: str = ""
    licence_address: str = ""
    cite: str = ""
    contact: str = ""
    history: tuple[Revision, ...] = ()
    standard: str = "ua-1"
