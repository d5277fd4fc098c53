import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import formStyles from '@/components/desk/form/form.module.css'
import { ListPages } from '@/components/desk/list-pages'
import { FinishSetup } from '@/components/desk/start/finish-setup'
import { StoryCount } from '@/components/desk/stories/story-count'
import { StoryFilter } from '@/components/desk/stories/story-filter'
import { StoryList } from '@/components/desk/stories/story-list'
import { UndoTrash } from '@/components/desk/stories/undo-trash'
import { listSections } from '@/domain/articles/lists'
import { listStories } from '@/domain/articles/stories'
import { findUndoableTrash } from '@/domain/articles/undo'
import { countOpenQuestions } from '@/domain/first-run'
import { listAuthors } from '@/domain/people'
import { can } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { deskViewer } from './desk-viewer'
import { paramsIn, type Search } from './notices'
import { idIn, listPath } from './params'
import { undoTrashAction } from './trash/actions'

export const metadata: Metadata = { title: 'Stories' }

export default async function StoriesPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk')
	// Moderators cannot write stories; their start page is the comments.
	if (!can(deskUser, 'write stories')) redirect('/desk/comments')
	const { query, whose, state, section, author, past } = await paramsIn(searchParams)
	const filter = { query, whose, state, section, author }
	const undoable = await findUndoableTrash(deskUser)
	const filtered = Object.values(filter).some(Boolean)
	const after = idIn(past)
	const list = await listStories(deskUser, { ...filter, past: after })
	return (
		<>
			<PageHead title="Stories">
				<div className={formStyles.actions}>
					<a href="/desk/trash">Trash</a>
					<a href="/desk/stories/new" className={formStyles.primary}>
						New story
					</a>
				</div>
			</PageHead>
			{undoable && <UndoTrash key={undoable.events.join()} {...undoable} action={undoTrashAction} />}
			<FinishSetup open={await countOpenQuestions(deskUser)} />
			<StoryFilter filter={filter} sections={await listSections()} authors={await listAuthors()} />
			{list.stories.length > 0 ? (
				<>
					<StoryCount
						count={list.stories.length}
						isFirst={after === null}
						isLast={list.past === null}
						filtered={filtered}
					/>
					<StoryList stories={list.stories} locale={await siteSettings()} />
				</>
			) : (
				<EmptyList filtered={filtered} continued={after !== null} />
			)}
			<ListPages
				label="Pages of stories"
				first={after === null ? null : { href: listPath('/desk', filter), label: 'Newest stories' }}
				next={
					list.past === null
						? null
						: { href: listPath('/desk', { ...filter, past: list.past }), label: 'Older stories' }
				}
			/>
		</>
	)
}

function EmptyList({ filtered, continued }: { filtered: boolean; continued: boolean }) {
	if (continued)
		return (
			<Empty title="No older story.">
				<p>The list ends here. A story that is saved again moves to its beginning.</p>
			</Empty>
		)
	if (filtered)
		return (
			<Empty title="No story matches.">
				<p>
					Try fewer words, or <a href="/desk">show all stories</a>.
				</p>
			</Empty>
		)
	return (
		<Empty title="An empty desk, and a good place to begin.">
			<p>
				Start with a headline, even a working one. Nobody outside the newsroom sees a story before it is
				published.
			</p>
		</Empty>
	)
}
