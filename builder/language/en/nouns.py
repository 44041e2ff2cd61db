"""English nouns of many without an s, and words in -s that are none: they may follow a year."""

from __future__ import annotations

from typing import Final

from builder.language.language import word_set

PLURALS: Final = word_set(
    "people men women children police staff personnel cattle sheep fish aircraft spacecraft feet"
    " teeth mice geese oxen media criteria phenomena species series offspring crew poultry deer"
    " bacteria alumni fishermen policemen firefighters workmen gentlemen folk livestock salmon"
    " trout cod servicemen servicewomen businesspeople salespeople fungi cacti nuclei larvae"
    " antennae nationals clergy youth infantry cavalry craft"
)
"""Plural nouns without an s."""

SINGULARS: Final = word_set(
    "economics politics mathematics physics statistics athletics logistics news gas bus crisis"
    " basis analysis emphasis thesis virus surplus census status bonus focus campus consensus"
    " chaos tennis diabetes business progress access process congress success loss mass glass"
    " class press stress illness fitness wilderness perhaps always sometimes besides nowadays"
    " towards afterwards ours across was is has does his its this us thus yes plus minus less"
    " unless ends assumes foresees expects sees says requires allows gives makes leaves includes"
    " contains shows finds confirms reveals lingers applies remains forbids obliges designates"
    " provides suggests adds takes brings begins opens becomes goes comes keeps means seems"
    " depends predicts envisages describes proves permits affects ignores omits excludes replaces"
    " repeals introduces abolishes tells speaks belongs lies rises grows falls loses wins pays"
    " names lists sets holds covers funds settles warns compels governs regulates defines amends"
    " imposes prescribes enters enables empowers authorises authorizes entitles protects prohibits"
    " stipulates specifies refers relates argues concludes recommends advises criticises blames"
    " praises appears emerges contradicts explains illustrates indicates summarises enshrines"
    " restricts tightens loosens lowers freezes transposes supersedes entails binds bans ensures"
    " secures extends abolishes creates establishes serves treats regards considers acknowledges"
    " admits denies disputes asserts insists implies recalls recounts narrates depicts portrays"
    " cites quotes mentions examines investigates identifies detects compares contrasts"
)
"""Words in -s that are no nouns of many: verbs after a year, a page or a law."""
