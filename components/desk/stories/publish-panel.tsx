import deskStyles from '@/components/desk/desk.module.css'
import { Disclosure } from '@/components/desk/form/disclosure'
import { Checkbox, Submit, TextArea, TextField } from '@/components/desk/form/fields'
import type { StoryDraft } from '@/domain/articles/stories'
import { CORRECTION_FIELDS, CorrectionFields } from './correction-fields'
import { LiveChecks } from './live-checks'
import { PublicationDate } from './publication-date'
import type { Checks } from './publish-checks'
import styles from './publish-panel.module.css'
import { Approve, EditorSteps, WriterStep } from './stage-panel'

type Props = {
	story: StoryDraft
	checks: Checks
	mayPublish: boolean
	/** Time zone of the site, and the scheduled time in that zone: as the field's value, and formatted. */
	zone: string
	scheduledFor: string
	/** The publication date of a story that was public, likewise. */
	publishedOn: string
	time: string
}

/** Publication controls: publish, schedule, withdraw. Part of the story's form. */
export function PublishPanel(props: Props) {
	const { story, checks, mayPublish } = props
	return (
		<section className={styles.panel} aria-labelledby="publish-title">
			<h2 id="publish-title" tabIndex={-1}>
				Publishing
			</h2>
			{story.state === 'withdrawn' && (
				<p>
					Readers are told: <q dir="auto">{story.withdrawalReason}</q>
				</p>
			)}
			<LiveChecks saved={checks} />
			<div className={deskStyles.links}>
				{isPublic(story.state) && (
					<a href={`/news/${story.slug}`}>
						{story.state === 'live' ? 'See it on the site' : 'See what readers are told'}
					</a>
				)}
				<a href={`/desk/stories/${story.id}/preview`}>Preview and share</a>
				<button
					type="submit"
					name="show"
					value="links"
					formAction="/desk/stories/preview"
					formMethod="post"
					formEncType="multipart/form-data"
					formTarget="_blank"
					className={styles.link}
				>
					Check links
				</button>
			</div>
			{mayPublish ? <Decisions {...props} /> : <WriterStep state={story.state} />}
		</section>
	)
}

function Decisions(props: Props) {
	const { story } = props
	return (
		<>
			{story.state === 'scheduled' && <UpdateScheduled {...props} />}
			{story.state === 'in review' && <Approve />}
			<Publish story={story} />
			{story.state !== 'scheduled' && (
				<PublicationDate
					live={story.state === 'live'}
					date={props.publishedOn}
					words={props.publishedOn && props.time}
					zone={props.zone}
				/>
			)}
			{!isPublic(story.state) && <Schedule {...props} />}
			<EditorSteps state={story.state} />
			{story.state === 'scheduled' && (
				<Disclosure summary="Take back" field="unschedule" className={styles.fold}>
					<p className={deskStyles.soft}>It becomes a draft again. No reader has seen it, so none is told.</p>
					<Submit name="then" value="unschedule">
						Take back to draft
					</Submit>
				</Disclosure>
			)}
			{story.state === 'live' && (
				<Disclosure summary="Withdraw" field="reason" className={styles.fold}>
					<TextArea
						name="reason"
						label="Public reason"
						hint="Shown to readers in place of the story"
						rows={3}
					/>
					<Submit name="then" value="withdraw" variant="danger">
						Withdraw story
					</Submit>
				</Disclosure>
			)}
		</>
	)
}

/**
 * Updates a scheduled story. Saving leaves the scheduled revision unchanged, so the newest one is offered
 * first.
 */
function UpdateScheduled({ story, time }: Props) {
	return (
		<>
			<p className={styles.differs} data-differs={story.changed || undefined}>
				{story.changed
					? `At ${time}, readers will get an older text, without the newest changes.`
					: `At ${time}, readers will get the saved version.`}
			</p>
			<div className={styles.publish} data-up-to-date={!story.changed || undefined}>
				<Submit name="then" value="update-scheduled" variant="primary">
					Update what is scheduled
				</Submit>
				<p className={deskStyles.soft}>Saves what you wrote, and schedules exactly that. The time stays.</p>
			</div>
		</>
	)
}

function Schedule({ story, zone, scheduledFor }: Props) {
	const scheduled = story.state === 'scheduled'
	return (
		<Disclosure summary={scheduled ? 'Change the time' : 'Publish later'} field="at" className={styles.fold}>
			<TextField
				name="at"
				type="datetime-local"
				label="Publish at"
				hint={`On the clocks of ${zone}`}
				value={scheduledFor}
			/>
			<Submit name="then" value="schedule">
				Schedule
			</Submit>
			<p className={deskStyles.soft}>Saves what you wrote, and schedules exactly that.</p>
		</Disclosure>
	)
}

/** Publish button; the style sheet hides it while the published revision is the newest. */
function Publish({ story }: { story: StoryDraft }) {
	const live = story.state === 'live'
	const upToDate = live && !story.changed
	return (
		<>
			{live && (
				<p className={styles.differs} data-differs={story.changed || undefined}>
					{upToDate
						? 'Readers see the saved version.'
						: 'Readers see an older text, without the newest changes.'}
				</p>
			)}
			<div className={styles.publish} data-up-to-date={upToDate || undefined}>
				{live && (
					<Checkbox name="minor" value="yes" label="Minor change: readers see no new “Updated” time" />
				)}
				{live && (
					// Empty again once the update is published.
					<Disclosure
						key={story.publishedRevisionId}
						summary="Tell readers what changed"
						field={CORRECTION_FIELDS}
						className={styles.fold}
					>
						<CorrectionFields />
					</Disclosure>
				)}
				<Submit name="then" value="publish" variant={isNextStep(story.state) ? 'primary' : 'plain'}>
					{publishLabel(story.state)}
				</Submit>
				<p className={deskStyles.soft}>Saves what you wrote, and publishes exactly that.</p>
			</div>
		</>
	)
}

/** Approval comes before the publication of a story in review, the newest text before that of a scheduled one. */
const isNextStep = (state: StoryDraft['state']) => state !== 'in review' && state !== 'scheduled'

const isPublic = (state: StoryDraft['state']) => state === 'live' || state === 'withdrawn'

function publishLabel(state: StoryDraft['state']): string {
	if (state === 'live') return 'Publish update'
	return state === 'withdrawn' ? 'Publish again' : 'Publish now'
}
