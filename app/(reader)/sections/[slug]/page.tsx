import type { Metadata } from 'next'
import { endWithOverride, permanentRedirect } from '@/app/_http/page-errors'
import { pagePath } from '@/app/(reader)/list-paths'
import { NO_SECTION } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { PagePart } from '@/app/(reader)/parts/page-part'
import { SLOT_AD } from '@/app/(reader)/parts/slot-ad'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber, requirePage } from '@/app/(reader)/search-params'
import { breadcrumbs, collectionPage, graph } from '@/app/(reader)/structured-data'
import { withoutSection } from '@/components/articles/card'
import { JsonLd } from '@/components/articles/json-ld'
import { Listing } from '@/components/articles/listing'
import { listSection } from '@/domain/articles/lists'
import { findOrganisation } from '@/domain/organisation'
import { siteSettings } from '@/domain/settings'
import { decodeSafely } from '@/lib/urls'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { section, page, pages, cards } = await sectionOf(props)
	if (!section) return {}
	return pageMetadata({
		title: section.name,
		description: section.description,
		path: pagePath(`/sections/${section.slug}`, page),
		list: { page, pages, address: `/sections/${section.slug}` },
		photo: cards[0]?.hero,
		feeds: [{ title: section.name, page: `/sections/${section.slug}` }],
	})
}

export default async function SectionPage(props: Props) {
	const { section, cards, ...listing } = await sectionOf(props)
	if (!section) return endWithOverride(NO_SECTION)
	await requirePage(props.searchParams, listing.pages)
	const address = `/sections/${section.slug}`
	if (decodeSafely((await props.params).slug) !== section.slug)
		return permanentRedirect(pagePath(address, listing.page))
	const organisation = await findOrganisation()
	const here = { name: section.name, path: address }
	return (
		<ReaderPage path={pagePath(address, listing.page)} section={section.slug}>
			<JsonLd
				facts={graph(
					organisation,
					collectionPage(here, section.description),
					breadcrumbs(organisation, here),
				)}
			/>
			<PagePart part={SLOT_AD} props={{ slot: 'top', section: section.slug }} />
			<Listing
				{...listing}
				cards={cards.map(withoutSection)}
				address={address}
				locale={await siteSettings()}
				heading={<Heading {...section} />}
			/>
		</ReaderPage>
	)
}

const Heading = ({ name, description }: { name: string; description: string | null }) => (
	<>
		<h1 dir="auto">{name}</h1>
		{description && <p dir="auto">{description}</p>}
	</>
)

const sectionOf = async ({ params, searchParams }: Props) =>
	listSection(decodeSafely((await params).slug), { page: (await queryNumber(searchParams, 'page')) ?? 1 })
