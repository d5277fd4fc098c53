import type { ReactNode } from 'react'
import formStyles from '@/components/desk/form/form.module.css'
import type { FirstRunStep } from '@/domain/first-run'
import { QUESTION_TITLES } from './question-titles'
import styles from './start.module.css'

type Props = {
	step: FirstRunStep
	number: number
	of: number
	back: string | null
	next: string
	answered: boolean
	children: ReactNode
}

/** Frame of a question of the first run: its number, its title, its form, and the ways back and on. */
export function Question({ step, number, of, back, next, answered, children }: Props) {
	return (
		<div className={styles.question}>
			<div>
				<p className={styles.progress}>
					{number} of {of}
				</p>
				<h1>{QUESTION_TITLES[step]}</h1>
			</div>
			{children}
			<nav className={styles.ways} aria-label="Questions">
				{back && <a href={back}>Back</a>}
				<a href={next} className={step === 'colleague' && answered ? formStyles.primary : undefined}>
					{answered ? 'Go on' : 'Skip for now'}
				</a>
			</nav>
		</div>
	)
}
