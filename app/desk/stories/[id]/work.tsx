import type { ReactNode } from 'react'
import { addNoteAction, languageAction, planAction, resolveNoteAction } from '@/app/desk/stories/work-actions'
import { deskDay, deskTime, type Locale } from '@/components/desk/desk-time'
import { LanguageForm } from '@/components/desk/stories/language-form'
import { type NoteShown, Notes } from '@/components/desk/stories/notes'
import { Planning, type PlanShown } from '@/components/desk/stories/planning'
import { WorkGroup, WorkPanel } from '@/components/desk/stories/work-panel'
import { listNotes, type StoryNote } from '@/domain/articles/notes'
import { findPlan, listAssignees, type PlanView } from '@/domain/articles/planning'
import type { StoryDraft } from '@/domain/articles/stories'
import { listLinkedStories } from '@/domain/articles/translations'
import { can, type StaffViewer } from '@/domain/permissions'
import type { SiteSettings } from '@/domain/settings'
import { toLocalDateTime, zoneName } from '@/lib/time-zone'
import { Around } from './around'
import { Machines } from './machines'
import { Responses } from './responses'

type Props = { viewer: StaffViewer; story: StoryDraft; locale: SiteSettings; children?: ReactNode }

/** The newsroom's tools for a story, below its form. */
export async function Work({ viewer, story, locale, children }: Props) {
	const storyId = story.id
	const [plan, notes] = [await findPlan(viewer, storyId), await listNotes(viewer, storyId)]
	return (
		<WorkPanel>
			{children}
			<WorkGroup id="plan-title" title="Assignment and dates">
				<Planning
					storyId={storyId}
					plan={planShown(plan, locale)}
					assignees={can(viewer, 'assign stories') ? await listAssignees() : null}
					zone={zoneName(locale.timeZone)}
					action={planAction}
				/>
			</WorkGroup>
			<WorkGroup id="notes-title" title="Notes">
				<Notes
					storyId={storyId}
					notes={notes.map((note) => noteShown(note, locale))}
					add={addNoteAction}
					resolve={resolveNoteAction}
				/>
			</WorkGroup>
			{can(viewer, 'publish stories') && (
				<WorkGroup id="responses-title" title="What readers may do">
					<Responses story={story} site={locale} />
				</WorkGroup>
			)}
			{can(viewer, 'decide about votes') && (
				<WorkGroup id="votes-title" title="Votes">
					<p>
						<a href={`/desk/stories/${storyId}/votes`}>Votes by time, and those set aside</a>
					</p>
				</WorkGroup>
			)}
			{can(viewer, 'publish stories') && (
				<WorkGroup id="language-title" title="Language">
					<LanguageForm
						storyId={storyId}
						language={story.language ?? ''}
						site={locale.language}
						linked={await listLinkedStories(viewer, storyId)}
						action={languageAction}
					/>
				</WorkGroup>
			)}
			{can(viewer, 'publish stories') && (
				<WorkGroup id="machines-title" title="What machines may do">
					<Machines story={story} site={locale} />
				</WorkGroup>
			)}
			{can(viewer, 'publish stories') && (
				<WorkGroup id="around-title" title="Series and related stories">
					<Around viewer={viewer} storyId={storyId} />
				</WorkGroup>
			)}
			<WorkGroup id="manage-title" title="Copy or delete">
				<p>
					<a href={`/desk/stories/${storyId}/manage`}>Make a copy, or move this story to the trash</a>
				</p>
			</WorkGroup>
		</WorkPanel>
	)
}

function planShown({ assignee, dueAt, plannedAt }: PlanView, locale: Locale): PlanShown {
	const value = (at: Date | null) => (at ? toLocalDateTime(at, locale.timeZone) : '')
	return {
		assignee: assignee ?? { slug: '', name: '' },
		due: { value: value(dueAt), words: dueAt ? deskTime(dueAt, locale) : '' },
		planned: { value: value(plannedAt), words: plannedAt ? deskDay(plannedAt, locale) : '' },
	}
}

const noteShown = ({ id, text, by, at, resolvedAt }: StoryNote, locale: Locale): NoteShown => ({
	id,
	text,
	by: by ?? 'Somebody',
	at: at.toISOString(),
	time: deskTime(at, locale),
	resolved: resolvedAt !== null,
})
