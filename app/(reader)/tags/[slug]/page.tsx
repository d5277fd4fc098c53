import type { Metadata } from 'next'
import { NO_TAG } from '@/app/(reader)/instead'
import { leafPath } from '@/app/(reader)/list-paths'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { demandPage, type Query, queryNumber } from '@/app/(reader)/query'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { answerInstead, answerMoved } from '@/app/answers'
import { Listing } from '@/components/articles/listing'
import { listTag } from '@/domain/articles/lists'
import { siteSettings } from '@/domain/settings'
import { decodedPart } from '@/lib/web-address'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { tag, page } = await tagOf(props)
	if (!tag) return {}
	return pageMetadata({
		title: page > 1 ? `${tag.name}, page ${page}` : tag.name,
		description: `Stories about ${tag.name}.`,
		path: leafPath(`/tags/${tag.slug}`, page),
	})
}

export default async function TagPage(props: Props) {
	const { tag, ...listing } = await tagOf(props)
	if (!tag) return answerInstead(NO_TAG)
	await demandPage(props.searchParams, listing.pages)
	const address = `/tags/${tag.slug}`
	if (decodedPart((await props.params).slug) !== tag.slug) return answerMoved(leafPath(address, listing.page))
	return (
		<ReaderPage path={leafPath(address, listing.page)}>
			<Listing
				{...listing}
				address={address}
				clock={await siteSettings()}
				heading={<Heading name={tag.name} />}
			/>
		</ReaderPage>
	)
}

const Heading = ({ name }: { name: string }) => (
	<>
		<p>Stories about</p>
		<h1 dir="auto">{name}</h1>
	</>
)

const tagOf = async ({ params, searchParams }: Props) =>
	listTag(decodedPart((await params).slug), { page: (await queryNumber(searchParams, 'page')) ?? 1 })
