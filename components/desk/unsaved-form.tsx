import { capitalized } from '@/lib/capitalized'
import { filesNotKept } from '@/lib/form-values'
import type { ErrorPage, SubmittedForm } from '@/lib/request-context'
import styles from './desk.module.css'
import formStyles from './form/form.module.css'

/** Hidden fields and buttons, left out because their values were neither typed nor chosen. */
const HIDDEN_FIELDS =
	/^(story|baseRevisionId|number|publication|then|photo|ad|active|show|query|past|comment|undo|was|approved|rejected|waiting|decision|person|page|base|arrangement|autosave|token|theirs|shown|screen|revision|retired|menu|linkRows|into|group|events|do|step|access|again|revoke)$/

/** A map, because a forged field name such as `constructor` is a member of every object. */
const LABELS = new Map([
	['bodyText', 'Text of the story'],
	['bylines', 'Authors'],
	['heroPhotoId', 'Lead photograph'],
	['heroPhotoNumber', 'Number of the lead photograph'],
	['newPhotoPlace', 'Place of the new photograph'],
	['heroCaption', 'Caption of the lead photograph'],
	['slug', 'Address'],
	['at', 'Publish at'],
	['minor', 'Minor change'],
	['alt', 'Description for blind readers'],
	['noCreditReason', 'No credit known, because'],
	['rightsEndOn', 'Rights end on'],
	['selected', 'Selected comments'],
])

/** `callToActionUrl` as “Call to action url”. */
function labelOf(name: string): string {
	const words = name.replace(
		/([a-z])([A-Z\d])/g,
		(_, one: string, other: string) => `${one} ${other.toLowerCase()}`,
	)
	return LABELS.get(name) ?? capitalized(words)
}

type Props = { error: Pick<ErrorPage, 'status' | 'title' | 'detail'>; form: SubmittedForm }

/** Submitted values to copy, in place of the form's own page; mostly because its session had ended. */
export function UnsavedForm({ error, form }: Props) {
	const fields = Object.entries(form.values)
		.filter(([name]) => !HIDDEN_FIELDS.test(name))
		.map(([name, values]) => ({ name, values: values.filter(Boolean) }))
		.filter(({ values }) => values.length > 0)
	const files = filesNotKept(form.files)
	return (
		<>
			<Lead error={error} isKept={fields.length > 0} />
			{files && <p className={styles.lead}>{files}</p>}
			<div className={formStyles.form}>
				{fields.map(({ name, values }) => (
					<div key={name} className={formStyles.field}>
						<label htmlFor={`unsaved-${name}`} className={formStyles.label}>
							{labelOf(name)}
						</label>
						<textarea
							dir="auto"
							id={`unsaved-${name}`}
							className={formStyles.input}
							defaultValue={values.join('\n')}
							rows={Math.max(2, values.length)}
							readOnly
						/>
					</div>
				))}
			</div>
		</>
	)
}

type LeadProps = Pick<Props, 'error'> & { isKept: boolean }

function Lead({ error: { status, title, detail }, isKept }: LeadProps) {
	if (status !== 401)
		return (
			<>
				<h1 className={styles.unsavedTitle}>{title}</h1>
				<p className={styles.lead}>
					{detail} {isKept && 'All you had written is here, to be copied over.'}
				</p>
			</>
		)
	return (
		<>
			<h1 className={styles.unsavedTitle}>
				{isKept ? 'You are signed out, and your words are here' : 'You are signed out'}
			</h1>
			<p className={styles.lead}>
				Nothing was saved.{' '}
				<a href="/sign-in?next=/desk" target="_blank" rel="noopener">
					Sign in in a new tab
				</a>
				,{' '}
				{isKept
					? 'open the page again there, and copy over from here what you had written.'
					: 'and try again there.'}
			</p>
		</>
	)
}
