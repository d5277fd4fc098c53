'use client'

import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react'
import { filesNotKept } from '@/lib/form-values'
import styles from './form.module.css'
import { useChosen, useField, useForm } from './form-context'
import type { FormState } from './form-state'
import { keptByHydration } from './kept-by-hydration'

type Common = { name: string; label: string; hint?: ReactNode; value?: string; className?: string }

/** Label, hint, error message and control of a field. */
function Field({ name, label, hint, value = '', className, control }: Common & { control: Control }) {
	const { id, error, value: shown, hintId, errorId } = useField(name, value)
	const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined
	return (
		<div className={`${styles.field} ${className ?? ''}`.trimEnd()}>
			<label htmlFor={id} className={styles.label}>
				{label}
			</label>
			{hint && (
				<p id={hintId} className={styles.hint}>
					{hint}
				</p>
			)}
			{error && (
				<p id={errorId} className={styles.error}>
					{error}
				</p>
			)}
			{control({
				id,
				name,
				defaultValue: shown,
				className: styles.input ?? '',
				'aria-describedby': describedBy,
				'aria-invalid': error ? true : undefined,
			})}
		</div>
	)
}

type ControlProps = {
	id: string
	name: string
	defaultValue: string
	className: string
	'aria-describedby': string | undefined
	'aria-invalid': true | undefined
}
type Control = (props: ControlProps) => ReactNode

type InputProps = Common & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Common | 'defaultValue'>

export function TextField({ name, label, hint, value, className, ...input }: InputProps) {
	return (
		<Field
			{...{ name, label, hint, value, className }}
			control={(props) => <input dir={directionOf(input.type)} {...input} {...props} />}
		/>
	)
}

/** Text direction: prose may be in any language; URLs, dates and passwords are left to right. */
const directionOf = (type = 'text') => (/^(?:text|search)$/.test(type) ? 'auto' : undefined)

type AreaProps = Common & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Common | 'defaultValue'>

export function TextArea({ name, label, hint, value, className, ...area }: AreaProps) {
	return (
		<Field
			{...{ name, label, hint, value, className }}
			control={({ defaultValue, ...props }) => (
				<textarea dir="auto" {...area} {...props} defaultValue={keptByHydration(defaultValue)} />
			)}
		/>
	)
}

type Option = { value: string; label: string }
type SelectProps = Common & { options: Option[] }

/** Adds a submitted value that is no longer offered, such as a photograph behind sixty newer ones. */
const withOption = (options: Option[], value: string): Option[] =>
	!value || options.some((option) => option.value === value) ? options : [...options, { value, label: value }]

export function SelectField({ options, ...field }: SelectProps) {
	return (
		<Field
			{...field}
			control={(props) => (
				<select {...props}>
					{withOption(options, props.defaultValue).map(({ value, label }) => (
						<option key={value} value={value} dir="auto">
							{label}
						</option>
					))}
				</select>
			)}
		/>
	)
}

/** File input. A page that shows a form again cannot restore a file, so it must be chosen again. */
export function FileField({ name, label, hint, ...input }: Omit<InputProps, 'value' | 'className'>) {
	const lost = filesNotKept(useForm().state.files)
	const hints = lost ? (
		<>
			{hint} <strong>{lost}</strong>
		</>
	) : (
		hint
	)
	return (
		<Field
			{...{ name, label, hint: hints }}
			control={({ defaultValue: _, ...props }) => <input {...input} {...props} type="file" />}
		/>
	)
}

type ChoiceProps = { name: string; value: string; label: ReactNode; checked?: boolean }

export function Checkbox({ name, value, label, checked = false }: ChoiceProps) {
	const chosen = useChosen(name, value, checked)
	return (
		<label className={styles.choice}>
			<input type="checkbox" name={name} value={value} defaultChecked={chosen} />
			<span dir="auto">{label}</span>
		</label>
	)
}

/** Group of choices with a legend; the target of the error summary's link. */
export function ChoiceGroup(props: { name: string; legend: string; hint?: ReactNode; children: ReactNode }) {
	const { name, legend, hint, children } = props
	const { id, error, hintId, errorId } = useField(name, '')
	const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined
	return (
		<fieldset id={id} className={styles.group} aria-describedby={describedBy} tabIndex={-1}>
			<legend className={styles.label}>{legend}</legend>
			{hint && (
				<p id={hintId} className={styles.hint}>
					{hint}
				</p>
			)}
			{error && (
				<p id={errorId} className={styles.error}>
					{error}
				</p>
			)}
			{children}
		</fieldset>
	)
}

type SubmitProps = {
	children: ReactNode
	variant?: 'primary' | 'plain' | 'danger'
	name?: string
	value?: string
	/** Accessible name where several buttons have the same text. */
	label?: string
}

/** Submit button; stays focusable while a request is pending, when a second press is ignored. */
export function Submit({ children, variant = 'plain', name, value, label }: SubmitProps) {
	const { pending, state } = useForm()
	// The confirmation has a button of its own; with it goes the name of the one that was pressed.
	if (state.confirm)
		return isPressed(state, name, value) ? <input type="hidden" {...{ name, value }} /> : null
	return (
		<button
			type="submit"
			name={name}
			value={value}
			className={styles[variant]}
			aria-label={label}
			aria-disabled={pending || undefined}
		>
			{children}
		</button>
	)
}

const isPressed = ({ values }: FormState, name = '', value = ''): boolean =>
	values?.[name]?.includes(value) ?? false
