import { and, eq } from 'drizzle-orm'
import { prepared } from '@/db/prepared'
import { comments } from '@/db/schema'
import type { Tx } from '@/db/write'
import type { Viewer } from '../permissions'
import type { SiteSettings } from '../settings'

export type Candidate = {
	viewer: Viewer
	readerId: string
	body: string
	/** A field no person sees; whatever fills it in is a machine. */
	honeypot: string
	settings: SiteSettings
}

type Verdict = 'approved' | 'waiting' | null
type Phase = (tx: Tx, candidate: Candidate) => Promise<Verdict>

/** More links than this in one comment are looked at by a person first. */
export const LINKS_UNMODERATED_MAX = 2

const fromStaff: Phase = async (_, { viewer }) =>
	viewer.person && viewer.person.role !== 'reader' ? 'approved' : null

const honeypotFilled: Phase = async (_, { honeypot }) => (honeypot ? 'waiting' : null)

const detectLinks: Phase = async (_, { body }) =>
	(body.match(/https?:\/\//gi)?.length ?? 0) > LINKS_UNMODERATED_MAX ? 'waiting' : null

const firstTimeCommenter: Phase = async (tx, { readerId, settings }) => {
	const wanted = settings.commentsHeldFirst
	if (wanted === 0) return null
	const approved = await someApproved(tx, { readerId, limit: wanted })
	return approved.length < wanted ? 'waiting' : null
}

/** Comments of a reader that were approved, no more than are asked about. */
const someApproved = prepared(['readerId', 'limit'], (on, { readerId, limit }) =>
	on
		.select({ id: comments.id })
		.from(comments)
		.where(and(eq(comments.readerId, readerId), eq(comments.state, 'approved')))
		.limit(limit),
)

/** Asked in this order; the first verdict counts, and without one the comment appears. */
const PHASES: Phase[] = [fromStaff, honeypotFilled, detectLinks, firstTimeCommenter]

export async function autoModerate(tx: Tx, candidate: Candidate): Promise<'approved' | 'waiting'> {
	for (const phase of PHASES) {
		const verdict = await phase(tx, candidate)
		if (verdict) return verdict
	}
	return 'approved'
}
