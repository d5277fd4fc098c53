import { afterEach, expect, test, vi } from 'vitest'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { isRefusal } from '@/lib/refusal'
import type { StaffViewer } from '../permissions'
import type { Decision } from './decision'
import { findArticle } from './find-article'
import { listRevisions } from './history'
import { listLatest } from './lists'
import { decideAbout } from './publish'
import { saveStory, startStory } from './save'
import { findStory } from './stories'
import { restoreFromTrash, trashStory, undoTrash } from './trash'
import { findUndoable, UNDO_MS } from './undo'

withDatabase()
afterEach(() => void vi.useRealTimers())

const HOUR_MS = 3_600_000

/** The expected state for desk and readers, computed from the decisions alone. */
type Model = {
	stage: 'draft' | 'in review' | 'approved'
	/** The published or scheduled version, its date, and whether it is withdrawn. */
	shown: { version: number; at: number; withdrawn: boolean } | null
	trashed: boolean
	version: number
}

type Step = { kind: Decision['kind'] | 'save' | 'trash' | 'restore' | 'wait'; hours: number }

const STEPS: Step['kind'][] = [
	...([
		'submit',
		'recall',
		'approve',
		'return',
		'publish',
		'schedule',
		'update scheduled',
		'unschedule',
	] as const),
	...(['withdraw', 'change date', 'undo', 'save', 'trash', 'restore', 'wait'] as const),
]

const stateIn = ({ stage, shown }: Model, now: number) => {
	if (!shown) return stage
	if (shown.withdrawn) return 'withdrawn'
	return shown.at <= now ? 'live' : 'scheduled'
}

/** The model after a step; null if the step is to be refused. */
function after(model: Model, { kind, hours }: Step, now: number): Model | null {
	const state = stateIn(model, now)
	const isStage = state === model.stage && !model.shown
	const { shown, version } = model
	if (kind === 'wait') return model
	if (kind === 'restore') return model.trashed ? { ...model, trashed: false } : null
	if (model.trashed) return null
	const staged = (stage: Model['stage']) => ({ ...model, stage })
	switch (kind) {
		case 'save':
			return { ...model, version: version + 1 }
		case 'trash':
			return isStage || state === 'withdrawn' ? { ...model, trashed: true } : null
		case 'submit':
			return state === 'draft' ? staged('in review') : null
		case 'recall':
		case 'return':
			return isStage && state !== 'draft' ? staged('draft') : null
		case 'approve':
			return isStage && state !== 'approved' ? staged('approved') : null
		case 'publish': {
			const at = state === 'live' || state === 'withdrawn' ? (shown?.at ?? now) : now
			return { ...staged('draft'), shown: { version, at, withdrawn: false } }
		}
		case 'schedule':
			if (!isStage && state !== 'scheduled') return null
			return { ...staged('draft'), shown: { version, at: now + hours * HOUR_MS, withdrawn: false } }
		case 'update scheduled':
			return state === 'scheduled' && shown ? { ...model, shown: { ...shown, version } } : null
		case 'unschedule':
			return state === 'scheduled' ? { ...staged('draft'), shown: null } : null
		case 'withdraw':
			return state === 'live' && shown ? { ...model, shown: { ...shown, withdrawn: true } } : null
		case 'change date':
			return state === 'live' && shown ? dated(model, shown, now - hours * HOUR_MS) : null
		default:
			return null
	}
}

/** A date of the same minute is refused. */
function dated(model: Model, shown: NonNullable<Model['shown']>, at: number): Model | null {
	const isSame = Math.floor(at / 60_000) === Math.floor(shown.at / 60_000)
	return isSame ? null : { ...model, shown: { ...shown, at } }
}

const decisionOf = ({ kind, hours }: Step): Decision => {
	const now = Date.now()
	if (kind === 'schedule') return { kind, at: new Date(now + hours * HOUR_MS) }
	if (kind === 'change date') return { kind, at: new Date(now - hours * HOUR_MS) }
	if (kind === 'withdraw') return { kind, reason: 'It was wrong.' }
	if (kind === 'return') return { kind, note: 'Not yet.' }
	return { kind } as Decision
}

async function take(editor: StaffViewer, articleId: number, step: Step, version: number): Promise<void> {
	if (step.kind === 'wait') return
	if (step.kind === 'trash') return trashStory(editor, articleId)
	if (step.kind === 'restore') return restoreFromTrash(editor, articleId)
	if (step.kind === 'undo') {
		const undoable = await findUndoable(editor, articleId)
		const event = undoable?.events[0] ?? 0
		const isTrashed = await findStory(editor, articleId).then(
			() => false,
			() => true,
		)
		return isTrashed ? undoTrash(editor, event) : decideAbout(editor, articleId, { kind: 'undo', event })
	}
	if (step.kind !== 'save') return decideAbout(editor, articleId, decisionOf(step))
	const { headRevisionId, fields } = await findStory(editor, articleId)
	await saveStory(editor, articleId, headRevisionId, { ...fields, headline: `Version ${version + 1}` })
}

const accepted = (taking: Promise<unknown>): Promise<boolean> =>
	taking.then(
		() => true,
		(error) => {
			if (!isRefusal(error)) throw error
			return false
		},
	)

/** Compares the views of desk and readers with the model. */
async function check(story: { editor: StaffViewer; articleId: number; slug: string }, model: Model) {
	const { editor, articleId, slug } = story
	const state = stateIn(model, Date.now())
	if (!model.trashed) expect((await findStory(editor, articleId)).state).toBe(state)
	const found = await findArticle(slug)
	expect(found.kind).toBe(state === 'live' || state === 'withdrawn' ? state : 'unknown')
	const cards = await listLatest({ limit: 100 })
	const dates = cards.map(({ publishedAt }) => publishedAt.getTime())
	expect(dates).toEqual(dates.toSorted((one, other) => other - one))
	const card = cards.find((each) => each.slug === slug)
	if (found.kind !== 'live') return expect(card).toBeUndefined()
	expect(found.article.headline).toBe(`Version ${model.shown?.version}`)
	expect(card?.publishedAt.getTime()).toBe(model.shown?.at)
	const { revisions } = await listRevisions(editor, articleId)
	const live = revisions.filter(({ visibility }) => visibility?.kind === 'live')
	expect(live).toHaveLength(1)
	expect(live[0]?.number).toBe(model.shown?.version)
}

async function play(steps: Step[]): Promise<void> {
	vi.setSystemTime(new Date('2027-03-01T12:00:00Z'))
	const editor = await createStaff('editor')
	const story = await startStory(editor, await storyFields(editor, { headline: 'Version 1' }))
	let model: Model = { stage: 'draft', shown: null, trashed: false, version: 1 }
	let before: { model: Model; at: number } | null = null
	for (const step of steps) {
		vi.setSystemTime(Date.now() + (step.kind === 'wait' ? step.hours * HOUR_MS : 1_000))
		const now = Date.now()
		const undone: Model | null = before && now - before.at < UNDO_MS ? before.model : null
		const next: Model | null =
			step.kind === 'undo' ? undone && { ...undone, version: model.version } : after(model, step, now)
		const [was, version] = [model, model.version]
		expect(await accepted(take(editor, story.articleId, step, version)), JSON.stringify(step)).toBe(
			next !== null,
		)
		if (next && step.kind !== 'wait') model = next
		if (next && step.kind !== 'save' && step.kind !== 'wait')
			before = step.kind === 'undo' || step.kind === 'restore' ? null : { model: was, at: now }
		await check({ editor, ...story }, model)
	}
}

test('visibility, order and history follow every sequence of decisions', async () => {
	await liveStory({ headline: 'Another story' }, new Date('2027-03-01T10:30:00Z'))
	const step = fc.record({ kind: fc.constantFrom(...STEPS), hours: fc.integer({ min: 1, max: 3 }) })
	await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), play), { numRuns: 30 })
}, 180_000)
