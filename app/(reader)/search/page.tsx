import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { clientKey, enforceRateLimit } from '@/app/_http/rate-limits'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import type { Query } from '@/app/(reader)/search-params'
import { NoResults } from '@/components/search/no-results'
import styles from '@/components/search/search.module.css'
import { type SearchFields, SearchForm } from '@/components/search/search-form'
import { SearchResults } from '@/components/search/search-results'
import { SearchTips } from '@/components/search/search-tips'
import { listLatest, listSections } from '@/domain/articles/lists'
import { sectionAt } from '@/domain/articles/section-address'
import { searchArticles } from '@/domain/search/search'
import { siteMessages, siteSettings } from '@/domain/settings'
import { messages } from '@/lib/messages/messages'
import { isRefusal } from '@/lib/refusal'
import { SearchDescription } from './search-description'
import { searchFields, searchFilter, searchPath } from './search-fields'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Query }

/** Stories offered by a search without a result. */
const LATEST = 5

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
	const { q } = await searchFields(searchParams)
	const words = (await siteMessages()).search
	return pageMetadata({
		title: q ? words.titleOf(q) : words.title,
		description: words.description,
		path: '/search',
		hidden: q !== '',
	})
}

export default async function SearchRoute({ searchParams }: Props) {
	const typed = await searchFields(searchParams)
	const section = typed.section ? await sectionAt(typed.section) : null
	const fields = { ...typed, section: section?.slug ?? '' }
	const sections = await listSections()
	const isListed = sections.some(({ slug }) => slug === section?.slug)
	const locale = await siteSettings()
	return (
		<ReaderPage path={searchPath(fields)}>
			<SearchDescription siteName={locale.siteName} />
			<div className={styles.search}>
				<h1>{messages().search.title}</h1>
				<SearchForm fields={fields} sections={section && !isListed ? [...sections, section] : sections} />
				{fields.q ? <Found fields={fields} after={fields.after} locale={locale} /> : <SearchTips />}
			</div>
		</ReaderPage>
	)
}

type FoundProps = { fields: SearchFields; after: string; locale: Awaited<ReturnType<typeof siteSettings>> }

async function Found({ fields, after, locale }: FoundProps) {
	await limitSearches()
	const { q, section, author, from, to } = fields
	const filters = { section, author, from, to }
	const page = await searchArticles(q, searchFilter(fields, locale.timeZone), after)
	if (!page) return <SearchTips />
	if (page.total === 0)
		return (
			<NoResults
				typed={q}
				page={page}
				addressOf={(typed) => searchPath({ ...filters, q: typed })}
				unfiltered={Object.values(filters).some(Boolean) ? searchPath({ q }) : null}
				latest={await listLatest({ limit: LATEST })}
			/>
		)
	return (
		<SearchResults
			page={page}
			locale={locale}
			next={page.next && searchPath(fields, page.next)}
			first={after ? searchPath(fields) : null}
		/>
	)
}

/** Ends the render with 429 above the limit of searches. */
async function limitSearches(): Promise<void> {
	try {
		await enforceRateLimit('search', clientKey())
	} catch (error) {
		if (!isRefusal(error)) throw error
		const { message: detail, retryAfter } = error
		const title = messages().refusals.titles['rate-limited']
		endWithOverride({ kind: 'error', status: 429, title, detail, retryAfter })
	}
}
