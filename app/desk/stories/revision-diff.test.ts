import { expect, test } from 'vitest'
import { EMPTY_STORY, type StoryFields } from '@/domain/articles/fields'
import type { StoredRevision } from '@/domain/articles/revisions'
import { parseMarkdown } from '@/domain/body/markdown'
import { revisionDiff } from './revision-diff'

const revision = (fields: Partial<StoryFields>, names: Partial<StoredRevision> = {}): StoredRevision => ({
	id: 1,
	savedAt: new Date(),
	savedBy: null,
	note: null,
	words: 0,
	section: null,
	authors: [],
	...names,
	fields: { ...EMPTY_STORY, ...fields },
})

const SIGNS = { same: ' ', removed: '-', added: '+', changed: '~' }

/** The changed fields, each line with its sign. */
const changes = (older: StoredRevision, newer: StoredRevision) =>
	Object.fromEntries(
		revisionDiff(older, newer)
			.filter(({ changed }) => changed)
			.map(({ label, paragraphs }) => [
				label,
				paragraphs.map(({ change, runs }) => SIGNS[change] + runs.map(({ text }) => text).join('|')),
			]),
	)

test('revisionDiff compares every field', () => {
	const newer = revision(
		{
			headline: 'Quay',
			kicker: 'Harbour',
			standfirst: 'Dry.',
			section: 'news',
			tags: ['Tides'],
			bylines: ['mara'],
			heroPhotoId: 26,
			heroCaption: 'Low water',
			sources: [{ name: 'Tables', url: 'https://example.org/' }],
			body: parseMarkdown('It rained.'),
		},
		{ section: 'News', authors: ['Mara'] },
	)
	expect(changes(revision({}), newer)).toEqual({
		Kicker: ['+Harbour'],
		Headline: ['+Quay'],
		Standfirst: ['+Dry.'],
		Authors: ['+Mara'],
		Section: ['+News'],
		'Lead photograph': ['+Photograph 26'],
		'Caption of the lead photograph': ['+Low water'],
		Text: ['+It rained.'],
		Sources: ['+Tables | https://example.org/'],
		Tags: ['+Tides'],
	})
	expect(changes(newer, newer)).toEqual({})
})

test('revisionDiff marks lines of the text and items of lists', () => {
	const older = revision({ tags: ['Tides', 'Wool'], body: parseMarkdown('One.\n\nTwo.\n\n- a\n- b') })
	const newer = revision({ tags: ['Tides', 'Tar'], body: parseMarkdown('One.\n\n2.\n\n- a\n- b\n- c') })
	expect(changes(older, newer)).toEqual({
		Text: [' One.', '-Two.', '+2.', ' - a', ' - b', '+- c'],
		Tags: [' Tides', '-Wool', '+Tar'],
	})
})

test('revisionDiff marks the changed words of a paragraph', () => {
	const older = revision({ body: parseMarkdown('The bridge opened at noon, and everybody cheered.') })
	const newer = revision({ body: parseMarkdown('The bridge opened at one, and everybody cheered.') })
	expect(changes(older, newer)).toEqual({
		Text: ['~The bridge opened at |noon|one|, and everybody cheered.'],
	})
})
