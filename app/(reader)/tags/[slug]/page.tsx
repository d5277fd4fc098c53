import type { Metadata } from 'next'
import { endWithOverride, permanentRedirect } from '@/app/_http/page-errors'
import { pagePath } from '@/app/(reader)/list-paths'
import { tagOverride } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, requirePage } from '@/app/(reader)/search-params'
import { breadcrumbs, collectionPage, graph } from '@/app/(reader)/structured-data'
import { JsonLd } from '@/components/articles/json-ld'
import { Listing } from '@/components/articles/listing'
import { listTag } from '@/domain/articles/lists'
import { findOrganisation } from '@/domain/organisation'
import { siteMessages, siteSettings } from '@/domain/settings'
import { messages } from '@/lib/messages/messages'
import { decodeSafely } from '@/lib/urls'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { tag, page, pages } = await tagOf(props)
	if (!tag) return {}
	const words = await siteMessages()
	return pageMetadata({
		title: tag.name,
		description: words.article.storiesAboutTag(tag.name),
		path: pagePath(`/tags/${tag.slug}`, page),
		list: { page, pages, address: `/tags/${tag.slug}` },
		feeds: [{ title: tag.name, page: `/tags/${tag.slug}` }],
	})
}

export default async function TagPage(props: Props) {
	const { tag, ...listing } = await tagOf(props)
	if (!tag) return endWithOverride(await tagOverride(decodeSafely((await props.params).slug)))
	await requirePage(props.searchParams, listing.pages)
	const address = `/tags/${tag.slug}`
	if (decodeSafely((await props.params).slug) !== tag.slug)
		return permanentRedirect(pagePath(address, listing.page))
	const organisation = await findOrganisation()
	const here = { name: tag.name, path: address }
	return (
		<ReaderPage path={pagePath(address, listing.page)}>
			<JsonLd facts={graph(organisation, collectionPage(here), breadcrumbs(organisation, here))} />
			<Listing
				{...listing}
				address={address}
				locale={await siteSettings()}
				heading={<Heading name={tag.name} />}
			/>
		</ReaderPage>
	)
}

const Heading = ({ name }: { name: string }) => (
	<>
		<p>{messages().article.storiesAbout}</p>
		<h1 dir="auto">{name}</h1>
	</>
)

const tagOf = async ({ params, searchParams }: Props) =>
	listTag(decodeSafely((await params).slug), { page: (await queryNumber(searchParams, 'page')) ?? 1 })
