import deskStyles from '@/components/desk/desk.module.css'
import formStyles from '@/components/desk/form/form.module.css'
import type { FoundRevision } from '@/domain/articles/history'
import styles from './history.module.css'

type Props = { path: string; revision: FoundRevision; other: number }

/** Links and a form that choose the version to compare with. */
export function CompareWith({ path, revision, other }: Props) {
	const { number, total, publicNumber } = revision
	if (total === 1) return null
	const choices = [
		{ version: number - 1, label: 'With the version before it' },
		{ version: total, label: 'With the newest' },
		{ version: publicNumber ?? 0, label: 'With what readers see' },
	].filter(({ version }) => version > 0 && version !== number)
	return (
		<section className={styles.compare} aria-labelledby="compare-title">
			<h2 id="compare-title">Compare</h2>
			<ul className={deskStyles.links}>
				{choices.map(({ version, label }) => (
					<li key={label}>
						<a href={`${path}?with=${version}`} aria-current={version === other ? 'page' : undefined}>
							{label}
						</a>
					</li>
				))}
			</ul>
			<form method="get" action={path}>
				<label htmlFor="compare-with">With version</label>
				<input
					id="compare-with"
					type="number"
					name="with"
					min={1}
					max={total}
					required
					defaultValue={other}
					className={formStyles.input}
				/>
				<button type="submit" className={formStyles.plain}>
					Compare
				</button>
			</form>
		</section>
	)
}
