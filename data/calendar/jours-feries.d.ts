declare module '@socialgouv/jours-feries' {
  /** The public holidays of a year by their French names, each at midnight of the machine's own time zone. */
  function joursFeries(year: number, options?: { alsace: boolean }): Record<string, Date>;
  export = joursFeries;
}
