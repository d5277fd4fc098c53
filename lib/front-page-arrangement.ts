/** Places of the front page for chosen stories, in order: the lead, then the second rank. */
export const PLACES = ['lead', 'second-1', 'second-2', 'second-3'] as const
export type PlaceName = (typeof PLACES)[number]

/** Blocks that the readers' votes and comments fill. */
export const READER_BLOCKS = ['felt', 'discussed', 'latest', 'respected'] as const
export type ReaderBlock = (typeof READER_BLOCKS)[number]

/** A chosen story, and the end of its time in the place: an ISO time, in forms a local time, or empty. */
export type PlacedStory = { id: number; until: string }
/** `stories` is the number of stories in the section's block; 0 hides it. */
export type SectionSetting = { id: number; stories: number }

export type FrontPageArrangement = {
	/** A place without a story is filled by date. */
	places: Partial<Record<PlaceName, PlacedStory>>
	/** The blocks in order. Sections not listed follow in the publisher's order. */
	sections: SectionSetting[]
	blocks: ReaderBlock[]
}

export const EMPTY_ARRANGEMENT: FrontPageArrangement = { places: {}, sections: [], blocks: [] }

/** Stories per section block by default and at most: a text-only block sets them in columns. */
export const SECTION_STORIES = 4
export const SECTION_STORIES_MAX = 5

type Arrangement = FrontPageArrangement

/**
 * Applies a move: `put 12 lead`, `up second-1`, `down lead`, `off lead`, `swap lead second-2`, `section-up 3`,
 * `section-down 3` or `section-to 3 0`. Any other text changes nothing.
 */
export function applyMove(arrangement: Arrangement, move: string): Arrangement {
	const [verb, first = '', second = ''] = move.split(' ')
	const place = placeNamed(first)
	switch (verb) {
		case 'put': {
			const target = placeNamed(second)
			return target && isId(Number(first)) ? put(arrangement, Number(first), target) : arrangement
		}
		case 'off':
			return place ? withPlaces(arrangement, { [place]: undefined }) : arrangement
		case 'up':
		case 'down':
			return place ? swap(arrangement, place, neighbour(place, verb === 'up' ? -1 : 1)) : arrangement
		case 'swap':
			return place ? swap(arrangement, place, placeNamed(second)) : arrangement
		case 'section-up':
		case 'section-down': {
			const index = arrangement.sections.findIndex(({ id }) => id === Number(first))
			return moveSection(arrangement, index, index + (verb === 'section-up' ? -1 : 1))
		}
		case 'section-to':
			return moveSection(
				arrangement,
				arrangement.sections.findIndex(({ id }) => id === Number(first)),
				Number(second),
			)
		default:
			return arrangement
	}
}

const isId = (id: unknown): id is number => Number.isSafeInteger(id) && (id as number) > 0

const placeNamed = (name: string): PlaceName | undefined => PLACES.find((place) => place === name)

const neighbour = (place: PlaceName, step: number): PlaceName | undefined =>
	PLACES[PLACES.indexOf(place) + step]

function withPlaces(arrangement: Arrangement, changes: Partial<Record<PlaceName, PlacedStory | undefined>>) {
	const all = { ...arrangement.places, ...changes }
	const places: Arrangement['places'] = {}
	for (const place of PLACES) if (all[place]) places[place] = all[place]
	return { ...arrangement, places }
}

/** Puts a story in a place; it leaves its former place, and the story of the place is filled by date again. */
function put(arrangement: Arrangement, id: number, target: PlaceName): Arrangement {
	const former = PLACES.find((place) => arrangement.places[place]?.id === id)
	if (former === target) return arrangement
	const cleared = former ? withPlaces(arrangement, { [former]: undefined }) : arrangement
	return withPlaces(cleared, { [target]: { id, until: '' } })
}

function swap(arrangement: Arrangement, one: PlaceName, other: PlaceName | undefined): Arrangement {
	if (!other) return arrangement
	const { places } = arrangement
	return withPlaces(arrangement, { [one]: places[other], [other]: places[one] })
}

function moveSection(arrangement: Arrangement, from: number, to: number): Arrangement {
	const moved = arrangement.sections[from]
	if (!moved || !(to in arrangement.sections)) return arrangement
	const rest = arrangement.sections.filter((section) => section !== moved)
	return { ...arrangement, sections: [...rest.slice(0, to), moved, ...rest.slice(to)] }
}

/** The settings of all sections in order: the arranged ones, then the others as by default. */
export function completeSections(arranged: readonly SectionSetting[], ids: readonly number[]) {
	const known = arranged.filter(({ id }) => ids.includes(id))
	const others = ids.filter((id) => !known.some((section) => section.id === id))
	return [...known, ...others.map((id) => ({ id, stories: SECTION_STORIES }))]
}

/** Without sections if they are arranged as by default, so that equal arrangements are equal values. */
export function shortened(arrangement: Arrangement, ids: readonly number[]): Arrangement {
	const complete = completeSections(arrangement.sections, ids)
	const isDefault = complete.every(
		({ id, stories }, index) => id === ids[index] && stories === SECTION_STORIES,
	)
	return { ...arrangement, sections: isDefault ? [] : complete }
}

export const isEmpty = ({ places, sections, blocks }: Arrangement): boolean =>
	Object.keys(places).length + sections.length + blocks.length === 0

/** Parses an arrangement from JSON data, without malformed parts and further places of a story. */
export function arrangementIn(data: unknown): Arrangement {
	const { places, sections, blocks } = (typeof data === 'object' && data !== null ? data : {}) as Record<
		string,
		unknown
	>
	let arrangement: Arrangement = {
		...EMPTY_ARRANGEMENT,
		sections: uniqueById(Array.isArray(sections) ? sections.filter(isSectionSetting) : []),
		blocks: READER_BLOCKS.filter((block) => Array.isArray(blocks) && blocks.includes(block)),
	}
	const given = (typeof places === 'object' && places !== null ? places : {}) as Record<string, unknown>
	const used = new Set<number>()
	for (const place of PLACES) {
		const { id, until } = (given[place] ?? {}) as Partial<PlacedStory>
		if (!isId(id) || used.has(id)) continue
		used.add(id)
		arrangement = withPlaces(arrangement, {
			[place]: { id, until: typeof until === 'string' ? until : '' },
		})
	}
	return arrangement
}

/** Sections in an arrangement at most; a forged one could name a million. */
const SECTIONS_MAX = 300

const isSectionSetting = (value: unknown): value is SectionSetting => {
	const { id, stories } = (value ?? {}) as Partial<SectionSetting>
	return (
		isId(id) && Number.isInteger(stories) && Number(stories) >= 0 && Number(stories) <= SECTION_STORIES_MAX
	)
}

function uniqueById(sections: SectionSetting[]): SectionSetting[] {
	const byId = new Map<number, SectionSetting>()
	for (const { id, stories } of sections) if (!byId.has(id)) byId.set(id, { id, stories })
	return [...byId.values()].slice(0, SECTIONS_MAX)
}

/** The ids of the chosen stories, in order of their places. */
export const placedIds = ({ places }: Arrangement): number[] =>
	PLACES.flatMap((place) => places[place]?.id ?? [])

export const arrangementFromText = (text: string): Arrangement => {
	try {
		return arrangementIn(JSON.parse(text))
	} catch {
		return EMPTY_ARRANGEMENT
	}
}

/** Adds the values of an arrangement's form: ends of places, numbers of stories, blocks. */
export function withFields(
	arrangement: Arrangement,
	{ text, list }: { text: (name: string) => string | undefined; list: (name: string) => string[] },
): Arrangement {
	const places: Arrangement['places'] = {}
	for (const place of PLACES) {
		const story = arrangement.places[place]
		if (story) places[place] = { ...story, until: text(`until-${place}`) ?? story.until }
	}
	const sections = arrangement.sections.map((section) => {
		const stories = text(`stories-${section.id}`)
		return stories === undefined ? section : { ...section, stories: Number(stories) }
	})
	return arrangementIn({ places, sections, blocks: list('blocks') })
}

/** The arrangement with the ends of its places in another form, such as local times. */
export function mapEnds(arrangement: Arrangement, change: (until: string) => string): Arrangement {
	const places: Arrangement['places'] = {}
	for (const place of PLACES) {
		const story = arrangement.places[place]
		if (story) places[place] = { ...story, until: story.until && change(story.until) }
	}
	return { ...arrangement, places }
}
