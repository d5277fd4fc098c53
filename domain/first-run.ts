import { eq, isNotNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { people, settings } from '@/db/schema'
import { audit } from './audit'
import { hasDemo } from './demo/rows'
import { authorize, can, type Viewer } from './permissions'

/** The questions after the first owner's account, in their order. */
export const FIRST_RUN_STEPS = ['name', 'language', 'sections', 'colleague', 'demo'] as const
export type FirstRunStep = (typeof FIRST_RUN_STEPS)[number]

export type FirstRun = {
	/** The questions of this site: the last one only where the demo edition is or was. */
	steps: { step: FirstRunStep; answered: boolean }[]
	/** Whether the reminders of open questions have ended. */
	dismissed: boolean
}

/** Settings row with the state: internal, not a setting of the publisher. */
const ROW = 'firstRun'

type State = { answered: FirstRunStep[]; dismissed: boolean }

/** Begins the first run, in the transaction that makes an account, if that is the first one of the site. */
export async function beginFirstRun(tx: Tx): Promise<void> {
	const accounts = await tx.select({ id: people.id }).from(people).where(isNotNull(people.email)).limit(2)
	if (accounts.length === 1) await store(tx, { answered: [], dismissed: false })
}

/** The first run of a site that began with an owner's link; null on other sites. */
export async function findFirstRun(viewer: Viewer): Promise<FirstRun | null> {
	authorize(viewer, 'change settings')
	const state = await stored(readDb())
	if (!state) return null
	const isAnswered = (step: FirstRunStep) => state.answered.includes(step)
	const withDemo = isAnswered('demo') || (await hasDemo())
	const steps = FIRST_RUN_STEPS.filter((step) => step !== 'demo' || withDemo)
	return { steps: steps.map((step) => ({ step, answered: isAnswered(step) })), dismissed: state.dismissed }
}

/** Number of questions that the desk reminds of: none for other roles, and after a dismissal. */
export async function countOpenQuestions(viewer: Viewer): Promise<number> {
	if (!can(viewer, 'change settings')) return 0
	const run = await findFirstRun(viewer)
	return !run || run.dismissed ? 0 : run.steps.filter(({ answered }) => !answered).length
}

/** Marks a question as answered; its answer is stored where the desk changes it later. */
export async function answerQuestion(viewer: Viewer, step: FirstRunStep): Promise<void> {
	authorize(viewer, 'change settings')
	await change((state) => ({ ...state, answered: [...new Set([...state.answered, step])] }))
}

/** Ends the reminders of open questions. */
export async function dismissFirstRun(viewer: Viewer): Promise<void> {
	authorize(viewer, 'change settings')
	await change(
		(state) => ({ ...state, dismissed: true }),
		(tx) => audit(tx, viewer, 'dismiss first run', 'settings'),
	)
}

async function change(next: (state: State) => State, after?: (tx: Tx) => Promise<void>): Promise<void> {
	await write(async (tx) => {
		await tx.lock('settings', '')
		const state = await stored(tx)
		if (!state) return
		await store(tx, next(state))
		await after?.(tx)
	})
}

async function stored(on: Pick<Tx, 'select'>): Promise<State | null> {
	const [row] = await on.select({ value: settings.value }).from(settings).where(eq(settings.key, ROW))
	return (row?.value as State | undefined) ?? null
}

async function store(tx: Tx, value: State): Promise<void> {
	await tx
		.insert(settings)
		.values({ key: ROW, value })
		.onConflictDoUpdate({ target: settings.key, set: { value } })
}
