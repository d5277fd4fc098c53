import type { Metadata } from 'next'
import { endWithOverride, permanentRedirect } from '@/app/_http/page-errors'
import { pagePath } from '@/app/(reader)/list-paths'
import { authorOverride } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, requirePage } from '@/app/(reader)/search-params'
import { breadcrumbs, graph, profilePage } from '@/app/(reader)/structured-data'
import { JsonLd } from '@/components/articles/json-ld'
import { Listing } from '@/components/articles/listing'
import { PersonHead } from '@/components/people/person-head'
import { listByAuthor } from '@/domain/articles/lists'
import { inlineWords } from '@/domain/body/plain-text'
import { findOrganisation } from '@/domain/organisation'
import { siteSettings } from '@/domain/settings'
import { decodeSafely } from '@/lib/urls'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { author, page, pages } = await authorOf(props)
	if (!author) return {}
	return pageMetadata({
		title: author.name,
		description: inlineWords(author.bio),
		photo: author.picture,
		creators: author.fediverse ? [author.fediverse] : [],
		path: pagePath(`/people/${author.slug}`, page),
		list: { page, pages, address: `/people/${author.slug}` },
		profile: author.slug,
		feeds: [{ title: author.name, page: `/people/${author.slug}` }],
	})
}

export default async function PersonPage(props: Props) {
	const { author, ...listing } = await authorOf(props)
	if (!author) return endWithOverride(await authorOverride(decodeSafely((await props.params).slug)))
	await requirePage(props.searchParams, listing.pages)
	const address = `/people/${author.slug}`
	if (decodeSafely((await props.params).slug) !== author.slug)
		return permanentRedirect(pagePath(address, listing.page))
	const organisation = await findOrganisation()
	const way = breadcrumbs(organisation, { name: author.name, path: address })
	return (
		<ReaderPage path={pagePath(address, listing.page)}>
			<JsonLd facts={graph(organisation, profilePage(author), way)} />
			<Listing
				{...listing}
				address={address}
				locale={await siteSettings()}
				heading={<PersonHead person={author} />}
			/>
		</ReaderPage>
	)
}

const authorOf = async ({ params, searchParams }: Props) =>
	listByAuthor(decodeSafely((await params).slug), { page: (await queryNumber(searchParams, 'page')) ?? 1 })
