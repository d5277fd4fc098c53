import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { Problem } from '@/components/problems/problem'
import { listLatest } from '@/domain/articles/lists'
import { exchange } from '@/lib/exchange'

export const dynamic = 'force-dynamic'

/** Stories offered to somebody who came for another one. */
const LATEST = 5

export const generateMetadata = (): Promise<Metadata> =>
	pageMetadata({ title: problem().title, path: '/problem', hidden: true })

/** Shown by the server in place of Next's empty error pages, with the status that belongs to it. */
export default async function ProblemPage() {
	return (
		<ReaderPage>
			<Problem {...problem()} latest={await listLatest({ limit: LATEST })} />
		</ReaderPage>
	)
}

function problem(): { status: number; title: string; detail: string } {
	const { answer } = exchange()
	if (answer?.kind === 'problem') return answer
	return { status: 404, title: 'There is nothing at this address', detail: 'Perhaps one of these instead.' }
}
