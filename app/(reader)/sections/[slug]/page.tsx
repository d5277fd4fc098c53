import type { Metadata } from 'next'
import { NO_SECTION } from '@/app/(reader)/instead'
import { leafPath } from '@/app/(reader)/list-paths'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { demandPage, type Query, queryNumber } from '@/app/(reader)/query'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { answerInstead, answerMoved } from '@/app/answers'
import { withoutSection } from '@/components/articles/card'
import { Listing } from '@/components/articles/listing'
import { listSection } from '@/domain/articles/lists'
import { siteSettings } from '@/domain/settings'
import { decodedPart } from '@/lib/web-address'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { section, page, cards } = await sectionOf(props)
	if (!section) return {}
	return pageMetadata({
		title: page > 1 ? `${section.name}, page ${page}` : section.name,
		description: section.description,
		path: leafPath(`/sections/${section.slug}`, page),
		photo: cards[0]?.hero,
	})
}

export default async function SectionPage(props: Props) {
	const { section, cards, ...listing } = await sectionOf(props)
	if (!section) return answerInstead(NO_SECTION)
	await demandPage(props.searchParams, listing.pages)
	const address = `/sections/${section.slug}`
	if (decodedPart((await props.params).slug) !== section.slug)
		return answerMoved(leafPath(address, listing.page))
	return (
		<ReaderPage path={leafPath(address, listing.page)} section={section.slug}>
			<Listing
				{...listing}
				cards={cards.map(withoutSection)}
				address={address}
				clock={await siteSettings()}
				heading={<Heading {...section} />}
			/>
		</ReaderPage>
	)
}

const Heading = ({ name, description }: { name: string; description: string | null }) => (
	<>
		<h1 dir="auto">{name}</h1>
		{description && <p>{description}</p>}
	</>
)

const sectionOf = async ({ params, searchParams }: Props) =>
	listSection(decodedPart((await params).slug), { page: (await queryNumber(searchParams, 'page')) ?? 1 })
