import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { paramsIn, type Search } from '@/app/desk/notices'
import { idIn, listPath } from '@/app/desk/params'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { ListPages } from '@/components/desk/list-pages'
import { TagFilter, TagList } from '@/components/desk/tags/tag-list'
import { listTags } from '@/domain/tags'

export const metadata: Metadata = { title: 'Tags' }

export default async function TagsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/tags', 'edit tags')
	const { query = '', page: given } = await paramsIn(searchParams)
	const page = idIn(given) ?? 1
	const { tags, hasMore } = await listTags(deskUser, { query, page })
	const path = (number: number | null) => listPath('/desk/tags', { query, page: number })
	return (
		<>
			<PageHead title="Tags">
				<a href="/desk">All stories</a>
			</PageHead>
			{(tags.length > 0 || query) && <TagFilter query={query} />}
			{tags.length > 0 ? <TagList tags={tags} /> : <NoTag query={query} />}
			<ListPages
				label="Pages of tags"
				first={page === 1 ? null : { href: path(null), label: 'First tags' }}
				next={hasMore ? { href: path(page + 1), label: 'More tags' } : null}
			/>
		</>
	)
}

const NoTag = ({ query }: { query: string }) =>
	query ? (
		<Empty title="No tag matches.">
			<p>
				Try fewer letters, or <a href="/desk/tags">show all tags</a>.
			</p>
		</Empty>
	) : (
		<Empty title="No story has a tag yet.">
			<p>Tags are made by writing them in a story. Here they are renamed, merged and removed.</p>
		</Empty>
	)
