// What the server tells the page, as types. There is nothing in here that runs.

/** @typedef {[number, number, number, number]} Box left, top, width, height in points from the upper left corner */
/** @typedef {"paper" | "deck"} Side */

/**
 * @typedef {object} Place
 * @property {string} file below the content's folder
 * @property {number} line
 * @property {number} column
 * @property {string} [shown] as the commands print it
 */

/**
 * @typedef {object} At
 * @property {Side} side
 * @property {number} sheet
 * @property {string} text
 * @property {string} channel
 * @property {Box[]} boxes
 */

/**
 * @typedef {object} Words
 * @property {string} text
 * @property {string} [figure]
 * @property {string} [claim]
 * @property {string} [link]
 */

/**
 * @typedef {object} Sheet
 * @property {number} number
 * @property {string} digest
 * @property {string} marks
 * @property {number} width
 * @property {number} height
 * @property {string} section
 * @property {string[]} sections
 * @property {[string, number][]} starts
 * @property {string} [title]
 * @property {boolean} [hidden]
 * @property {string} [layout]
 * @property {Words[][]} [notes]
 * @property {Words[][]} [grounds]
 */

/** @typedef {{text: string, boxes: Box[], url?: string, side?: Side, sheet?: number, rise?: number}} Link */

/**
 * @typedef {object} Marks
 * @property {{id: string, form: string, text: string, boxes: Box[], outline?: [number, number][]}[]} figures
 * @property {{id: string, text: string, boxes: Box[]}[]} claims
 * @property {{role: string, text: string, alt: string, box: Box | null, lang: string}[]} reading
 * @property {{name: string, box: Box, ink: Box}[]} fits
 * @property {Link[]} links
 */

/**
 * @typedef {object} Figure
 * @property {string} id
 * @property {string} label
 * @property {string} printed
 * @property {string} value
 * @property {string} unit
 * @property {string} hedge
 * @property {string} period
 * @property {{id: string, title: string, publisher: string, date: string, url: string}[]} sources
 * @property {string} confidence
 * @property {string} note
 * @property {string} formula
 * @property {string[]} inputs
 * @property {string[]} dependants
 * @property {string[]} claims
 * @property {string} cell
 * @property {Place | null} place
 * @property {Place | null} [row] where its number stands, if in a data file
 * @property {boolean} editable
 * @property {"number" | "date" | "cell"} kind
 * @property {At[]} places
 */

/**
 * @typedef {object} Claim
 * @property {string} id
 * @property {string} says
 * @property {string} holds
 * @property {"holds" | "fails" | "unknown"} state
 * @property {string[]} figures
 * @property {Place | null} place
 * @property {At[]} places
 */

/**
 * @typedef {object} Problem
 * @property {"error" | "warning"} severity
 * @property {Place | null} place
 * @property {string} where
 * @property {string} found
 * @property {string} hint
 * @property {string} text
 */

/** @typedef {{id: string, was: string, now: string}} Changed */

/**
 * @typedef {object} Since
 * @property {string} against
 * @property {string} refused
 * @property {string} name
 * @property {Changed[]} figures
 * @property {{place: string, was: string, now: string}[]} sentences
 * @property {{number: number, was: number, title: string}[]} slides
 * @property {{paper: number[], deck: number[]}} sheets
 * @property {{id: string, name: string}[]} editions
 */

/**
 * @typedef {object} WhatIf
 * @property {Record<string, string>} values
 * @property {boolean} busy
 * @property {Changed[]} figures
 * @property {{claim: string, says: string, holds: string, figures: string[], place: Place | null}[]} falls
 * @property {Problem[]} problems
 */

/**
 * @typedef {object} Build
 * @property {"building" | "shown" | "proved" | "broken"} status
 * @property {number} save
 * @property {{shown?: number, proved?: number}} seconds
 * @property {string[]} changed
 * @property {string} message
 * @property {boolean} [seen] whether all that is in view is of this build already
 * @property {boolean} [old] whether the sheets are those of an earlier content
 */

/**
 * @typedef {object} State
 * @property {number} version
 * @property {number} tab of this page among those that follow, known from the first event on
 * @property {Build} build
 * @property {{title: string, subtitle: string, language: string, date: string, edition: string, slug: string, fingerprint: string, content: string}} briefing
 * @property {{medium: string, name: string, url: string, proved: boolean, bytes: number}[]} files
 * @property {{name: string, url: string}[]} fonts
 * @property {{id: string, title: string, file: string}[]} sections
 * @property {Sheet[]} paper
 * @property {Sheet[]} deck
 * @property {Record<string, Figure>} figures
 * @property {Record<string, Figure["sources"]>} tables the sources of data files
 * @property {Record<string, Figure>} cells numbers of data files that are no figure's, by table, row and column
 * @property {Record<string, Claim>} claims
 * @property {Problem[]} problems
 * @property {Since} since
 * @property {WhatIf | null} whatif
 */

export {};
