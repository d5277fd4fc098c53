import type { InputHTMLAttributes, ReactNode } from 'react'
import type { RejectedForm } from '@/lib/request-context'
import './forms.css'

type Props = {
	form: string
	name: string
	label: ReactNode
	hint?: string
	/** Renders a textarea. */
	lines?: boolean
	/** Length limit in characters, for the island's character counter. */
	lengthMax?: number
	/** A refused form: restores the typed value, and marks the field that was refused. */
	refused: RejectedForm | null
} & Pick<
	InputHTMLAttributes<HTMLInputElement>,
	'type' | 'autoComplete' | 'required' | 'minLength' | 'defaultValue' | 'readOnly'
>

export function Field({ form, name, label, hint, lines, lengthMax, refused, defaultValue, ...input }: Props) {
	const id = fieldId(form, name)
	const error = refused?.field === name ? refused.message : null
	const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
	const attributes = {
		...input,
		id,
		name,
		dir: AUTO.has(input.type ?? 'text') ? 'auto' : 'ltr',
		defaultValue: refused?.values[name]?.[0] ?? defaultValue,
		'aria-invalid': error ? true : undefined,
		'aria-describedby': described || undefined,
	}
	return (
		<div className="form-field">
			<label htmlFor={id}>{label}</label>
			{lines ? (
				<textarea rows={5} data-length-max={lengthMax} {...withoutType(attributes)} />
			) : (
				<input {...attributes} />
			)}
			{hint && (
				<p className="form-hint" id={`${id}-hint`}>
					{hint}
				</p>
			)}
			{error && <p id={`${id}-error`}>{error}</p>}
		</div>
	)
}

/** Input types with prose of any language; e-mail addresses and passwords are left to right on every page. */
const AUTO: ReadonlySet<string> = new Set(['text', 'search'])

export const fieldId = (form: string, name: string): string => `${form}-${name}`

const withoutType = <T extends { type?: unknown }>({ type: _, ...rest }: T): Omit<T, 'type'> => rest
