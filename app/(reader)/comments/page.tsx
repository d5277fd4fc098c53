import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber } from '@/app/(reader)/search-params'
import { CommentList } from '@/components/comments/comment-list'
import { listLatestComments } from '@/domain/comments/listed'
import { siteSettings } from '@/domain/settings'
import { COMMENT_LISTS, commentListPath } from '@/lib/comment-lists'
import { listMetadata } from './list-metadata'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Query }

const startOf = ({ searchParams }: Props) => queryNumber(searchParams, COMMENT_LISTS.latest.parameter)

export const generateMetadata = async (props: Props) => listMetadata('latest', await startOf(props))

export default async function LatestCommentsPage(props: Props) {
	const start = await startOf(props)
	const { comments, next } = await listLatestComments({ start })
	return (
		<ReaderPage path={commentListPath('latest', start)}>
			<CommentList
				list="latest"
				comments={comments}
				later={start !== null}
				next={next}
				locale={await siteSettings()}
			/>
		</ReaderPage>
	)
}
