import { type JSX, type Ref, useId } from 'react'
import { keptByHydration } from '@/components/desk/form/kept-by-hydration'
import { MARKDOWN_HELP } from '@/domain/body/markdown'
import styles from './editor.module.css'

type Props = {
	ref: Ref<HTMLTextAreaElement>
	label: string
	field: string
	/** Initial value of the field. */
	text: string
	onChange?: () => void
}

/** Initial height: about a screen; the field is resizable. */
const ROWS = 24

export function MarkdownField({ ref, label, field, text, onChange }: Props): JSX.Element {
	const id = useId()
	return (
		<>
			<label htmlFor={id} className={styles.label}>
				{label}
			</label>
			<details className={styles.help}>
				<summary>How to write headings, quotes and pictures</summary>
				<table>
					<thead>
						<tr>
							<th scope="col">Write</th>
							<th scope="col">to get</th>
						</tr>
					</thead>
					<tbody>
						{MARKDOWN_HELP.map(({ write, get }) => (
							<tr key={write}>
								<td>
									<code>{write}</code>
								</td>
								<td>{get}</td>
							</tr>
						))}
					</tbody>
				</table>
			</details>
			<textarea
				ref={ref}
				id={id}
				name={field}
				defaultValue={keptByHydration(text)}
				rows={ROWS}
				dir="auto"
				className={styles.text}
				onChange={onChange}
			/>
		</>
	)
}
