import type { Metadata } from 'next'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { OwnList } from '@/components/people/own-list'
import { OwnVoteRow } from '@/components/people/own-votes'
import { mergeBrowserReader } from '@/domain/readers'
import { siteMessages, siteSettings } from '@/domain/settings'
import { listOwnVotes } from '@/domain/votes/own-list'

export const dynamic = 'force-dynamic'

const PATH = '/account/votes'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).contributions.myVotes, path: PATH, hidden: true })

/** Votes, respects and saved stories of the viewer's account, or without one of the browser's reader. */
export default async function OwnVotesPage({ searchParams }: { searchParams: Query }) {
	const asking = await viewer()
	await mergeBrowserReader(asking)
	const [locale, { contributions: words }] = [await siteSettings(), await siteMessages()]
	const from = await queryValue(searchParams, 'past')
	const { votes, past } = await listOwnVotes(asking, { past: from })
	return (
		<ReaderPage path={PATH}>
			<OwnList
				title={words.myVotes}
				path={PATH}
				signedIn={asking.person !== null}
				notice={(await queryValue(searchParams, 'done')) === 'taken-back' ? words.takenBack : null}
				empty={words.noVotes}
				rows={votes.map((vote) => (
					<OwnVoteRow key={`${vote.kind} ${vote.id}`} vote={vote} locale={locale} past={from} />
				))}
				older={past === null ? null : `${PATH}?past=${past}`}
				later={from !== ''}
			/>
		</ReaderPage>
	)
}
