import { expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import {
	applyMove,
	arrangementIn,
	completeSections,
	EMPTY_ARRANGEMENT,
	type FrontPageArrangement,
	PLACES,
	placedIds,
	shortened,
	withFields,
} from './front-page-arrangement'

const SECTIONS = [11, 12, 13]
const START = { ...EMPTY_ARRANGEMENT, sections: completeSections([], SECTIONS) }

const after = (...moves: string[]): FrontPageArrangement => moves.reduce(applyMove, START)

test('a story put in a second place leaves the first', () => {
	expect(after('put 1 lead', 'put 1 second-2').places).toEqual({ 'second-2': { id: 1, until: '' } })
})

test('up and down exchange neighbours, also with an empty place', () => {
	expect(placedIds(after('put 1 lead', 'put 2 second-1', 'up second-1'))).toEqual([2, 1])
	expect(after('put 1 lead', 'down lead').places.lead).toBeUndefined()
	expect(after('put 1 lead', 'up lead')).toEqual(after('put 1 lead'))
})

test('sections move by steps and by drops', () => {
	const order = (arrangement: FrontPageArrangement) => arrangement.sections.map(({ id }) => id)
	expect(order(after('section-up 13'))).toEqual([11, 13, 12])
	expect(order(after('section-to 11 2'))).toEqual([12, 13, 11])
	expect(order(after('section-up 11', 'section-to 11 9', 'section-to 99 0'))).toEqual(SECTIONS)
})

const moveText = fc.oneof(
	fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(...PLACES)).map(([id, to]) => `put ${id} ${to}`),
	fc
		.tuple(fc.constantFrom('up', 'down', 'off'), fc.constantFrom(...PLACES))
		.map(([verb, place]) => `${verb} ${place}`),
	fc
		.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...PLACES))
		.map(([one, other]) => `swap ${one} ${other}`),
	fc.tuple(fc.constantFrom(...SECTIONS), fc.nat({ max: 4 })).map(([id, to]) => `section-to ${id} ${to}`),
	fc.string(),
)

test('moves keep each story once and each section', () => {
	fc.assert(
		fc.property(fc.array(moveText, { maxLength: 30 }), (moves) => {
			const arrangement = moves.reduce(applyMove, START)
			const ids = placedIds(arrangement)
			expect(new Set(ids).size).toBe(ids.length)
			expect(arrangement.sections.map(({ id }) => id).sort()).toEqual(SECTIONS)
			expect(arrangementIn(JSON.parse(JSON.stringify(arrangement)))).toEqual(arrangement)
		}),
	)
})

test('malformed data becomes an arrangement', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (data) => {
			const { places, sections, blocks } = arrangementIn(data)
			expect([typeof places, Array.isArray(sections), Array.isArray(blocks)]).toEqual(['object', true, true])
		}),
	)
	const twice = { places: { lead: { id: 1 }, 'second-1': { id: 1 }, other: { id: 2 } } }
	expect(placedIds(arrangementIn(twice))).toEqual([1])
})

test('form fields change ends, numbers of stories and blocks', () => {
	const fields: Record<string, string> = { 'until-lead': '2027-01-01T10:00', 'stories-12': '0' }
	const changed = withFields(after('put 1 lead'), { text: (name) => fields[name], list: () => ['felt'] })
	expect(changed.places.lead?.until).toBe('2027-01-01T10:00')
	expect(changed.sections[1]).toEqual({ id: 12, stories: 0 })
	expect(changed.blocks).toEqual(['felt'])
})

test('sections in the publisher’s order are left out', () => {
	expect(shortened(START, SECTIONS)).toEqual(EMPTY_ARRANGEMENT)
	expect(shortened(after('section-up 12'), SECTIONS).sections).toHaveLength(3)
})
