/** Elements that stay. All others are left out with their content: scripts, embedded pages, pictures, animations. */
export const SVG_ELEMENTS: ReadonlySet<string> = new Set(
	`svg g defs symbol title desc path rect circle ellipse line polyline polygon text tspan
	linearGradient radialGradient stop clipPath mask use`.split(/\s+/),
)
/** Elements whose content stays in their place. */
export const UNWRAPPED: ReadonlySet<string> = new Set(['a', 'switch'])
/** Elements that hold text. */
export const WITH_TEXT: ReadonlySet<string> = new Set(['text', 'tspan', 'title', 'desc'])
/** Elements left out without a mention: programs' notes about the drawing. */
export const UNMENTIONED = /^(metadata|style|sodipodi:|inkscape:|i:|x:|rdf:)/

/** Attributes of appearance, which a style may give too. */
export const PRESENTATION: ReadonlySet<string> = new Set(
	`fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit
	stroke-dasharray stroke-dashoffset stroke-opacity opacity color clip-path clip-rule mask display visibility
	font-family font-size font-weight font-style letter-spacing word-spacing text-anchor dominant-baseline
	stop-color stop-opacity paint-order vector-effect`.split(/\s+/),
)

const GEOMETRY: ReadonlySet<string> = new Set(
	`id d points x y dx dy x1 y1 x2 y2 cx cy r rx ry fx fy width height offset transform viewBox
	preserveAspectRatio gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits
	rotate textLength lengthAdjust pathLength`.split(/\s+/),
)

const ID = /^[\p{L}\p{N}_.:-]{1,100}$/u
/** A reference within the drawing. */
const LOCAL_URL = /^url\(\s*(["']?)#[\p{L}\p{N}_.:-]{1,100}\1\s*\)$/u
/** Characters with a meaning in style sheets or markup. */
const UNSAFE_VALUE = /[<>{}\\;@]|\/\*|url\s*\(|script:|data:/i

/** The attribute's value if it is safe, else null. */
export function allowedValue(name: string, value: string): string | null {
	const text = value.replace(/\p{Cc}+/gu, ' ').trim()
	if (name === 'id') return ID.test(text) ? text : null
	if (!PRESENTATION.has(name) && !GEOMETRY.has(name)) return null
	if (LOCAL_URL.test(text)) return PRESENTATION.has(name) ? text : null
	return UNSAFE_VALUE.test(text) ? null : text
}

/** `#name` of a reference within the drawing, else null. */
export const localReference = (value: string): string | null =>
	value.startsWith('#') && ID.test(value.slice(1)) ? value : null
