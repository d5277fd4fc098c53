import { and, eq } from 'drizzle-orm'
import { prepared, type Tx } from '@/db'
import { comments } from '@/db/schema'
import type { Viewer } from '../permissions'
import type { CommentsPolicy, SiteSettings } from '../settings'

export type Candidate = {
	viewer: Viewer
	readerId: string
	body: string
	/** Value of the honeypot field, which is hidden from people; text in it marks a bot. */
	honeypot: string
	settings: SiteSettings
	/** Policy of the story. */
	policy: CommentsPolicy
}

type Verdict = 'approved' | 'waiting' | null
type Phase = (tx: Tx, candidate: Candidate) => Promise<Verdict>

/** Links in one comment above which it is held. */
export const LINKS_UNMODERATED_MAX = 2

const fromStaff: Phase = async (_, { viewer }) =>
	viewer.person && viewer.person.role !== 'reader' ? 'approved' : null

const honeypotFilled: Phase = async (_, { honeypot }) => (honeypot ? 'waiting' : null)

const detectLinks: Phase = async (_, { body }) =>
	(body.match(/https?:\/\//gi)?.length ?? 0) > LINKS_UNMODERATED_MAX ? 'waiting' : null

const premoderated: Phase = async (_, { policy }) => (policy === 'premoderated' ? 'waiting' : null)

const firstTimeCommenter: Phase = async (tx, { readerId, settings }) => {
	const wanted = settings.commentsHeldFirst
	if (wanted === 0) return null
	const approved = await someApproved(tx, { readerId, limit: wanted })
	return approved.length < wanted ? 'waiting' : null
}

/** Approved comments of a reader, at most `limit`. */
const someApproved = prepared(['readerId', 'limit'], (on, { readerId, limit }) =>
	on
		.select({ id: comments.id })
		.from(comments)
		.where(and(eq(comments.readerId, readerId), eq(comments.state, 'approved')))
		.limit(limit),
)

/** Moderation phases in order; the first verdict counts, and the default is `approved`. */
const PHASES: Phase[] = [fromStaff, honeypotFilled, premoderated, detectLinks, firstTimeCommenter]

export async function autoModerate(tx: Tx, candidate: Candidate): Promise<'approved' | 'waiting'> {
	for (const phase of PHASES) {
		const verdict = await phase(tx, candidate)
		if (verdict) return verdict
	}
	return 'approved'
}
