import { DeskForm } from '@/components/desk/form/desk-form'
import { SelectField, Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import {
	COMMENTERS,
	COMMENTS_STATES,
	WHO_HINT,
	WHO_MAY_COMMENT,
} from '@/components/desk/form/who-may-comment'
import type { SectionDetails } from '@/domain/desk-sections'
import type { SiteSettings } from '@/domain/settings'
import styles from './sections.module.css'

type Props = {
	id: number
	comments: SectionDetails['comments']
	site: SiteSettings
	action: FormAction
	notice: string | null
}

/** Comments of the stories of a section. */
export function SectionCommentsForm({ id, comments, site, action, notice }: Props) {
	const days = comments.commentsCloseAfterDays
	return (
		<section className={styles.add} aria-labelledby="comments-heading">
			<h2 id="comments-heading">Comments in this section</h2>
			<DeskForm id="section-comments" action={action} notice={notice} label="Comments in this section">
				<input type="hidden" name="section" value={id} />
				<SelectField
					name="commentsPolicy"
					label="Comments on stories"
					hint="A story can have a choice of its own"
					value={comments.commentsPolicy ?? ''}
					options={[
						{ value: '', label: `As the site has it: ${COMMENTS_STATES[site.commentsPolicy]}` },
						{ value: 'open', label: 'Open' },
						{ value: 'premoderated', label: 'Each comment waits for approval' },
						{ value: 'closed', label: 'Closed; what was said stays' },
					]}
				/>
				<TextField
					name="commentsClosedReason"
					label="Reason for closing"
					hint="Told to readers with the day, while comments are closed"
					value={comments.commentsClosedReason ?? ''}
				/>
				<SelectField
					name="commentsFrom"
					label="Who may comment"
					hint={WHO_HINT}
					value={comments.commentsFrom ?? ''}
					options={[
						{ value: '', label: `As the site has it: ${COMMENTERS[site.commentsFrom]}` },
						...WHO_MAY_COMMENT,
					]}
				/>
				<TextField
					name="commentsCloseAfterDays"
					label="Days until comments close"
					hint={`Counted from the moment a story appears; 0 leaves them open; empty is as the site has it: ${site.commentsCloseAfterDays}`}
					value={days === null ? '' : String(days)}
					inputMode="numeric"
				/>
				<Submit variant="primary">Save comments</Submit>
			</DeskForm>
		</section>
	)
}
