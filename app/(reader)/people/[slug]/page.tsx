import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { type Query, queryNumber } from '@/app/(reader)/query'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { answerProblem } from '@/app/answers'
import { Listing } from '@/components/articles/listing'
import { PersonHead } from '@/components/people/person-head'
import { listByAuthor } from '@/domain/articles/lists'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Query }

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { author, page } = await authorOf(props)
	if (!author) return {}
	return pageMetadata({
		title: page > 1 ? `${author.name}, page ${page}` : author.name,
		description: author.bio,
		path: `/people/${author.slug}${page > 1 ? `?page=${page}` : ''}`,
	})
}

export default async function PersonPage(props: Props) {
	const { author, ...listing } = await authorOf(props)
	if (!author)
		return answerProblem(404, 'Nobody writes here under that name', 'The address may have lost a letter.')
	return (
		<ReaderPage>
			<Listing {...listing} address={`/people/${author.slug}`} heading={<PersonHead person={author} />} />
		</ReaderPage>
	)
}

const authorOf = async ({ params, searchParams }: Props) =>
	listByAuthor((await params).slug, { page: (await queryNumber(searchParams, 'page')) ?? 1 })
