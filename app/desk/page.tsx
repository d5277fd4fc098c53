import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { HiddenFields } from '@/components/desk/comments/hidden-fields'
import { Empty, PageHead } from '@/components/desk/desk-frame'
import { DeskForm } from '@/components/desk/form/desk-form'
import formStyles from '@/components/desk/form/form.module.css'
import { PageNotice } from '@/components/desk/form/page-notice'
import { ListPages } from '@/components/desk/list-pages'
import { FinishSetup } from '@/components/desk/start/finish-setup'
import { BulkBar } from '@/components/desk/stories/bulk-bar'
import { StoryCount } from '@/components/desk/stories/story-count'
import { StoryFilter } from '@/components/desk/stories/story-filter'
import { StoryList } from '@/components/desk/stories/story-list'
import { UndoTrash } from '@/components/desk/stories/undo-trash'
import { listAssignees } from '@/domain/articles/planning'
import { listStories, listStorySections } from '@/domain/articles/stories'
import { findUndoableTrash } from '@/domain/articles/undo'
import { countOpenQuestions } from '@/domain/first-run'
import { listAuthors } from '@/domain/people'
import { can } from '@/domain/permissions'
import { siteSettings } from '@/domain/settings'
import { deskViewer } from './desk-viewer'
import { NOTICES, noticeIn, paramsIn, type Search } from './notices'
import { idIn, listPath } from './params'
import { bulkAction } from './stories/bulk-actions'
import { undoTrashAction } from './trash/actions'

export const metadata: Metadata = { title: 'Stories' }

export default async function StoriesPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk')
	// Moderators cannot write stories; their start page is the comments.
	if (!can(deskUser, 'write stories')) redirect('/desk/comments')
	const { query, whose, state, section, author, past } = await paramsIn(searchParams)
	const filter = { query, whose, state, section, author }
	const undoable = await findUndoableTrash(deskUser)
	const notice = await noticeIn(searchParams)
	const filtered = Object.values(filter).some(Boolean)
	const after = idIn(past)
	const sections = await listStorySections()
	const list = await listStories(deskUser, { ...filter, past: after })
	return (
		<>
			<PageHead title="Stories">
				<div className={formStyles.actions}>
					<a href="/desk/calendar">Calendar</a>
					{can(deskUser, 'edit tags') && <a href="/desk/tags">Tags</a>}
					<a href="/desk/trash">Trash</a>
					<a href="/desk/stories/new" className={formStyles.primary}>
						New story
					</a>
				</div>
			</PageHead>
			{undoable && <UndoTrash key={undoable.events.join()} {...undoable} action={undoTrashAction} />}
			{notice && !(undoable && notice === NOTICES.trashed) && <PageNotice text={notice} />}
			<FinishSetup open={await countOpenQuestions(deskUser)} />
			<StoryFilter filter={filter} sections={sections} authors={await listAuthors()} />
			{list.stories.length > 0 ? (
				<>
					<StoryCount
						count={list.stories.length}
						isFirst={after === null}
						isLast={list.past === null}
						filtered={filtered}
					/>
					<DeskForm id="stories" action={bulkAction} label="Stories">
						<HiddenFields fields={{ ...filterFields(filter), past: past ?? '' }} />
						<BulkBar
							assignees={can(deskUser, 'assign stories') ? await listAssignees() : null}
							sections={sections.filter(({ retired }) => !retired)}
						/>
						<StoryList stories={list.stories} locale={await siteSettings()} />
					</DeskForm>
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

const filterFields = (filter: Record<string, string | undefined>): Record<string, string> =>
	Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value ?? '']))

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
