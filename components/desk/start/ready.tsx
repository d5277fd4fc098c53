import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import type { FormAction } from '@/components/desk/form/form-state'
import { PageNotice } from '@/components/desk/form/page-notice'
import type { FirstRunStep } from '@/domain/first-run'
import { QUESTION_TITLES } from './question-titles'
import styles from './start.module.css'

type Props = { open: FirstRunStep[]; back: string | null; notice: string | null; dismiss: FormAction }

/** End of the first run, with the questions that were skipped. */
export function Ready({ open, back, notice, dismiss }: Props) {
	return (
		<div className={styles.question}>
			<h1>The site is ready</h1>
			{notice && <PageNotice text={notice} />}
			<p>All answers can be changed at the desk at any time.</p>
			<p>
				<a href="/desk/stories/new" className={formStyles.primary}>
					Write the first story
				</a>
			</p>
			{open.length > 0 && (
				<section aria-labelledby="open-heading" className={styles.open}>
					<h2 id="open-heading">Skipped for now</h2>
					<ul>
						{open.map((step) => (
							<li key={step}>
								<a href={`/desk/start/${step}`}>{QUESTION_TITLES[step]}</a>
							</li>
						))}
					</ul>
					<DeskForm id="start-dismiss" action={dismiss} quiet>
						<Submit>Do not remind me</Submit>
					</DeskForm>
				</section>
			)}
			{back && (
				<nav className={styles.ways} aria-label="Questions">
					<a href={back}>Back</a>
				</nav>
			)}
		</div>
	)
}
