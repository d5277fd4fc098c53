import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryNumber } from '@/app/(reader)/search-params'
import { CommentList } from '@/components/comments/comment-list'
import { CountedAt } from '@/components/readers/counted-at'
import { listRespectedComments } from '@/domain/comments/listed'
import { siteSettings } from '@/domain/settings'
import { COMMENT_LISTS, commentListPath } from '@/lib/comment-lists'
import { listMetadata } from '../list-metadata'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Query }

const startOf = ({ searchParams }: Props) => queryNumber(searchParams, COMMENT_LISTS.respected.parameter)

export const generateMetadata = async (props: Props) => listMetadata('respected', await startOf(props))

export default async function RespectedCommentsPage(props: Props) {
	const [start, locale] = [await startOf(props), await siteSettings()]
	const { comments, next, ...counted } = await listRespectedComments({ start })
	return (
		<ReaderPage path={commentListPath('respected', start)}>
			<CommentList
				list="respected"
				comments={comments}
				later={start !== null}
				next={next}
				counted={<CountedAt {...counted} locale={locale} />}
				locale={locale}
			/>
		</ReaderPage>
	)
}
