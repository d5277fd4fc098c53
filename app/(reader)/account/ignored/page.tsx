import type { Metadata } from 'next'
import { viewer } from '@/app/_http/viewer'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { IgnoredRow } from '@/components/people/ignored-row'
import { OwnList } from '@/components/people/own-list'
import { listIgnored } from '@/domain/comments/ignore'
import { mergeBrowserReader } from '@/domain/readers'
import { siteMessages, siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

const PATH = '/account/ignored'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).ignoring.title, path: PATH, hidden: true })

/** The list of ignored people of the viewer's account, or without one of the browser's reader. */
export default async function IgnoredPage({ searchParams }: { searchParams: Query }) {
	const asking = await viewer()
	await mergeBrowserReader(asking)
	const [locale, { ignoring: words }] = [await siteSettings(), await siteMessages()]
	const people = await listIgnored(asking)
	return (
		<ReaderPage path={PATH}>
			<OwnList
				title={words.title}
				path={PATH}
				signedIn={asking.person !== null}
				notice={(await queryValue(searchParams, 'done')) === 'stopped' ? words.stopped : null}
				empty={words.none}
				rows={people.map((person) => <IgnoredRow key={person.id} person={person} locale={locale} />)}
				older={null}
				later={false}
			/>
		</ReaderPage>
	)
}
