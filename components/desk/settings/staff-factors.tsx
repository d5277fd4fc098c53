'use client'

import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './staff-factors.module.css'

type Props = {
	staff: { id: string; name: string; hasFactor: boolean }[]
	/** Removes the factors of a person; null for a viewer without that permission. */
	reset: FormAction | null
}

/** Staff with the state of their second factor; accounts without one first. */
export function StaffFactors({ staff, reset }: Props) {
	const sorted = [...staff].sort((one, other) => Number(one.hasFactor) - Number(other.hasFactor))
	return (
		<section aria-labelledby="staff-factors" className={styles.section}>
			<h2 id="staff-factors">Who has a second factor</h2>
			<ul className={styles.list}>
				{sorted.map(({ id, name, hasFactor }, index) => (
					<li key={id} className={styles.person}>
						<p>
							<span className={styles.name} dir="auto">
								{name}
							</span>{' '}
							<span className={styles.state}>{hasFactor ? 'has a second factor' : 'has none'}</span>
						</p>
						{reset && hasFactor && (
							<DeskForm id={`factors-${index}`} action={reset} label={`Second factors of ${name}`}>
								<input type="hidden" name="person" value={id} />
								<Submit label={`Lost it: reset the second factors of ${name}`}>Lost it: reset</Submit>
							</DeskForm>
						)}
					</li>
				))}
			</ul>
		</section>
	)
}
