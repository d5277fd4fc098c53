import type { ReactNode } from 'react'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Checkbox, Submit, TextArea, TextField } from '@/components/desk/form/fields'
import { Fold } from '@/components/desk/form/fold'
import type { FormAction } from '@/components/desk/form/form-state'
import type { Checklist } from '@/domain/articles/checklist'
import type { StoryDraft } from '@/domain/articles/desk'
import styles from './publish-panel.module.css'

type Props = {
	story: StoryDraft
	checklist: Checklist
	mayPublish: boolean
	/** The zone's name, and the scheduled time as its clocks show it. */
	zone: string
	scheduledFor: string
	publish: FormAction
	withdraw: FormAction
}

/** From the desk to the readers and back. */
export function PublishPanel(props: Props) {
	const { story, checklist, mayPublish } = props
	const isPublic = story.state === 'live' || story.state === 'withdrawn'
	return (
		<section className={styles.panel} aria-labelledby="publish-title">
			<h2 id="publish-title">Publishing</h2>
			{isPublic && (
				<p>
					<a href={`/news/${story.slug}`}>See it on the site</a>
				</p>
			)}
			{story.state === 'withdrawn' && (
				<p>
					Readers are told: <q>{story.withdrawalReason}</q>
				</p>
			)}
			<Checks checklist={checklist} />
			{mayPublish ? (
				<Decisions {...props} />
			) : (
				<p className={styles.soft}>Editors publish. Save your story and tell one of them that it is ready.</p>
			)}
		</section>
	)
}

function Checks({ checklist: { blocks, warnings } }: { checklist: Checklist }) {
	if (blocks.length + warnings.length === 0)
		return <p className={styles.soft}>Nothing is missing from the saved version.</p>
	return (
		<>
			{blocks.length > 0 && <CheckList title="Before it can be published" items={blocks} kind="block" />}
			{warnings.length > 0 && <CheckList title="Worth a look" items={warnings} kind="warning" />}
		</>
	)
}

function CheckList({ title, items, kind }: { title: string; items: string[]; kind: 'block' | 'warning' }) {
	return (
		<div className={styles.checks} data-kind={kind}>
			<h3>{title}</h3>
			<ul>
				{items.map((item) => (
					<li key={item}>{withPhotoLink(item)}</li>
				))}
			</ul>
		</div>
	)
}

/** A sentence that begins with a photograph's number leads to that photograph. */
function withPhotoLink(sentence: string): ReactNode {
	const [, photo, id] = /^(Photograph (\d+))/.exec(sentence) ?? []
	if (!photo) return sentence
	return (
		<>
			<a href={`/desk/photographs/${id}`}>{photo}</a>
			{sentence.slice(photo.length)}
		</>
	)
}

function Decisions({ story, zone, scheduledFor, publish, withdraw }: Props) {
	const changed = story.publishedRevisionId !== story.headRevisionId
	const upToDate = story.state === 'live' && !changed
	return (
		<>
			{upToDate ? (
				<p className={styles.soft}>Readers see the saved version.</p>
			) : (
				<DeskForm id="publish" action={publish} label="Publish">
					<Which story={story} />
					{story.state === 'live' && (
						<Checkbox name="minor" value="yes" label="Minor change: readers see no new “Updated” time" />
					)}
					<Submit>{publishLabel(story.state)}</Submit>
				</DeskForm>
			)}
			{(story.state === 'draft' || story.state === 'scheduled') && (
				<DeskForm id="schedule" action={publish} label="Schedule">
					<Which story={story} />
					<Fold
						summary={story.state === 'scheduled' ? 'Change the time' : 'Publish later'}
						className={styles.fold}
					>
						<TextField
							name="at"
							type="datetime-local"
							label="Publish at"
							hint={`On the clocks of ${zone}`}
							value={scheduledFor}
						/>
						<Submit>Schedule</Submit>
					</Fold>
				</DeskForm>
			)}
			{(story.state === 'live' || story.state === 'scheduled') && (
				<DeskForm id="withdraw" action={withdraw} label="Withdraw">
					<Which story={story} />
					<Fold summary="Withdraw" className={styles.fold}>
						<TextArea
							name="reason"
							label="Public reason"
							hint="Shown to readers in place of the story"
							rows={3}
						/>
						<Submit look="danger">Withdraw story</Submit>
					</Fold>
				</DeskForm>
			)}
		</>
	)
}

/** The story, and the version that was looked at: another one saved meanwhile is not published unseen. */
function Which({ story }: { story: StoryDraft }) {
	return (
		<>
			<input type="hidden" name="story" value={story.id} />
			<input type="hidden" name="revisionId" value={story.headRevisionId} />
		</>
	)
}

function publishLabel(state: StoryDraft['state']): string {
	if (state === 'live') return 'Publish update'
	return state === 'withdrawn' ? 'Publish again' : 'Publish now'
}
