import type { Metadata } from 'next'
import { NO_AUTHOR } from '@/app/(reader)/instead'
import { leafPath } from '@/app/(reader)/list-paths'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { demandPage, type Query, queryNumber } from '@/app/(reader)/query'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { answerInstead, answerMoved } from '@/app/answers'
import { Listing } from '@/components/articles/listing'
import { PersonHead } from '@/components/people/person-head'
import { listByAuthor } from '@/domain/articles/lists'
import { siteSettings } from '@/domain/settings'
import { decodedPart } from '@/lib/web-address'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { author, page } = await authorOf(props)
	if (!author) return {}
	return pageMetadata({
		title: page > 1 ? `${author.name}, page ${page}` : author.name,
		description: author.bio,
		path: leafPath(`/people/${author.slug}`, page),
	})
}

export default async function PersonPage(props: Props) {
	const { author, ...listing } = await authorOf(props)
	if (!author) return answerInstead(NO_AUTHOR)
	await demandPage(props.searchParams, listing.pages)
	const address = `/people/${author.slug}`
	if (decodedPart((await props.params).slug) !== author.slug)
		return answerMoved(leafPath(address, listing.page))
	return (
		<ReaderPage path={leafPath(address, listing.page)}>
			<Listing
				{...listing}
				address={address}
				clock={await siteSettings()}
				heading={<PersonHead person={author} />}
			/>
		</ReaderPage>
	)
}

const authorOf = async ({ params, searchParams }: Props) =>
	listByAuthor(decodedPart((await params).slug), { page: (await queryNumber(searchParams, 'page')) ?? 1 })
